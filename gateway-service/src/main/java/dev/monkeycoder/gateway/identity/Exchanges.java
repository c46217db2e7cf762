package dev.monkeycoder.gateway.identity;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.gateway.identity.Credential.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what credentials were exchanged for, so that auth-service is asked once in a token's
/// life and not once a request. Bounded; what was used longest ago goes first. Thread-safe.
///
/// A revoked caller stays revoked as long as a token made before could live: an exchange that was
/// under way when the revocation came does not bring it back.
public final class Exchanges {
    private final Limits limits;
    private final Map<Fingerprint, Memory> memories = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<CallerId, Instant> revoked = new LinkedHashMap<>();

    /// @param entries most credentials that are remembered
    /// @param early how long before its end a token is renewed
    /// @param refusal how long a refusal is remembered
    /// @param tokenLife the longest life of a token
    public record Limits(int entries, Duration early, Duration refusal, Duration tokenLife) {}

    /// What is known of a credential.
    public sealed interface Known {
        record Good(MonkeyToken token) implements Known {}

        /// Still good, but near its end: renew it; go on with it when that can't be done now.
        record Ageing(MonkeyToken token) implements Known {}

        record Refused() implements Known {}

        record Unknown() implements Known {}
    }

    private record Memory(Optional<MonkeyToken> token, Instant until) {}

    public Exchanges(Limits limits) {
        this.limits = limits;
    }

    public synchronized Known find(Fingerprint credential, Instant now) {
        var memory = memories.get(credential);
        if (memory == null || !now.isBefore(memory.until())) {
            memories.remove(credential);
            return new Known.Unknown();
        }
        return memory.token()
                .<Known>map(token ->
                        now.isBefore(memory.until().minus(limits.early()))
                                ? new Known.Good(token)
                                : new Known.Ageing(token))
                .orElseGet(Known.Refused::new);
    }

    /// @return whether the token may be used: not when its caller was revoked meanwhile
    public synchronized boolean granted(Fingerprint credential, MonkeyToken token, Instant now) {
        forgetOldRevocations(now);
        if (revoked.containsKey(token.caller())) {
            refused(credential, now);
            return false;
        }
        remember(credential, new Memory(Optional.of(token), token.expires()));
        return true;
    }

    public synchronized void refused(Fingerprint credential, Instant now) {
        remember(credential, new Memory(Optional.empty(), now.plus(limits.refusal())));
    }

    /// Drops all that this caller's credentials were exchanged for.
    public synchronized void revoke(CallerId caller, Instant now) {
        forgetOldRevocations(now);
        revoked.put(caller, now.plus(limits.tokenLife()));
        memories.values()
                .removeIf(memory ->
                        memory.token().filter(t -> t.caller().equals(caller)).isPresent());
    }

    private void forgetOldRevocations(Instant now) {
        revoked.values().removeIf(until -> !now.isBefore(until));
    }

    private void remember(Fingerprint credential, Memory memory) {
        memories.put(credential, memory);
        if (memories.size() > limits.entries()) {
            memories.remove(memories.keySet().iterator().next());
        }
    }

    /// Whether any token is remembered that is good at `now`: then somebody can get in without
    /// auth-service.
    public synchronized boolean anyGood(Instant now) {
        return memories.values().stream()
                .anyMatch(memory -> memory.token().isPresent() && now.isBefore(memory.until()));
    }

    public synchronized int size() {
        return memories.size();
    }
}
