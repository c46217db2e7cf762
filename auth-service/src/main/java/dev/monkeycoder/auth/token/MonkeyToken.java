package dev.monkeycoder.auth.token;

import static java.util.stream.Collectors.joining;

import dev.monkeycoder.auth.key.StoredKey;
import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/// What a monkey token says, before it is signed. `docs/internal-http.md` has the claims.
///
/// @param id `jti`: names this one token
/// @param scopes wildcards already expanded
/// @param expiresAt a whole second, as the claim `exp` is
public record MonkeyToken(
        UUID id,
        TenantId tenant,
        CallerId caller,
        Set<Scope> scopes,
        Instant issuedAt,
        Instant expiresAt) {
    public static final String ISSUER = "monkey-auth";
    public static final String AUDIENCE = "monkey";

    public MonkeyToken {
        scopes = Set.copyOf(scopes);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /// For who showed a key that is good at `now`; never good for longer than the key is.
    public static MonkeyToken of(StoredKey key, UUID id, Instant now, Duration life) {
        var end = earlier(now.plus(life), key.expiresAt().orElse(Instant.MAX));
        return new MonkeyToken(id, key.tenant(), key.caller(), key.scopes().expanded(), now, end);
    }

    /// For a person; never good for longer than the login's own token is.
    public static MonkeyToken of(Person person, UUID id, Instant now, Duration life) {
        var end = earlier(now.plus(life), person.expiresAt());
        return new MonkeyToken(
                id, person.tenant(), person.caller(), person.scopes().expanded(), now, end);
    }

    /// The scopes as OAuth writes them: sorted, separated by spaces.
    public String scope() {
        return scopes.stream().map(Scope::value).sorted().collect(joining(" "));
    }

    public Duration lifeLeft(Instant now) {
        return Duration.between(now, expiresAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
