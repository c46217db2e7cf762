package dev.monkeycoder.kit.work;

import java.time.Duration;

/// @param inFlight most commands that one process works on at once
/// @param attempts most tries of a command
/// @param lease how long a command stays with a process that doesn't renew it; renewed each third
public record WorkSettings(int inFlight, int attempts, Duration lease) {
    public WorkSettings {
        if (inFlight < 1) {
            throw new IllegalArgumentException("in flight: " + inFlight + " (expected: >= 1)");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 1)");
        }
        if (lease.toMillis() < 300) {
            throw new IllegalArgumentException("lease: " + lease + " (expected: >= 300 ms)");
        }
    }
}
