package dev.monkeycoder.auth.key;

import dev.monkeycoder.auth.scope.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A key that somebody wants to have made.
///
/// @param name for people, to tell their keys apart
/// @param life how long it is to be good; absent: until it is revoked
public record KeyOrder(String name, Scopes scopes, Optional<Duration> life) {
    static final int LONGEST_NAME = 100;
    static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    public KeyOrder {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name: " + name.length() + " characters (expected: 1 to " + LONGEST_NAME + ")");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name: control characters (expected: plain text)");
        }
        if (life.isPresent() && !within(life.get())) {
            throw new IllegalArgumentException(
                    "expires_in_seconds: "
                            + life.get().toSeconds()
                            + " (expected: 1 to "
                            + LONGEST_LIFE.toSeconds()
                            + ")");
        }
    }

    private static boolean within(Duration life) {
        return life.compareTo(Duration.ofSeconds(1)) >= 0 && life.compareTo(LONGEST_LIFE) <= 0;
    }

    /// When a key made at `now` is to end: the next whole second, since tokens count in seconds.
    public Optional<Instant> expiry(Instant now) {
        return life.map(
                span -> now.plus(span).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS));
    }
}
