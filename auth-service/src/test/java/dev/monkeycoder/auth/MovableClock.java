package dev.monkeycoder.auth;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The system's clock, which a test may move ahead.
@Singleton
public class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void ahead(Duration by) {
        ahead = by;
    }
}
