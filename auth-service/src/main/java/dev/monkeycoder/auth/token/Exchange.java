package dev.monkeycoder.auth.token;

import dev.monkeycoder.auth.key.KeyVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What an exchange gives.
public sealed interface Exchange {
    record Granted(MonkeyToken token) implements Exchange {}

    record Refused(TokenRefusal refusal) implements Exchange {}

    static Exchange of(KeyVerdict verdict, UUID id, Instant now, Duration life) {
        return switch (verdict) {
            case KeyVerdict.Good(var key) -> new Granted(MonkeyToken.of(key, id, now, life));
            case KeyVerdict.Unknown() -> new Refused(TokenRefusal.unknownKey());
            case KeyVerdict.Revoked(var key) -> new Refused(TokenRefusal.revoked(key));
            case KeyVerdict.Expired(var key) -> new Refused(TokenRefusal.expired(key));
        };
    }

    static Exchange of(PersonVerdict verdict, UUID id, Instant now, Duration life) {
        return switch (verdict) {
            case PersonVerdict.Known(var person) ->
                    new Granted(MonkeyToken.of(person, id, now, life));
            case PersonVerdict.Refused(var reason) -> new Refused(TokenRefusal.credential(reason));
            case PersonVerdict.Unavailable() -> new Refused(TokenRefusal.unavailable());
        };
    }
}
