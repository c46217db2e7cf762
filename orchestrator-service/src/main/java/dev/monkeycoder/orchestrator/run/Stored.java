package dev.monkeycoder.orchestrator.run;

import java.time.Instant;

/// An event at its place in the history.
///
/// @param version counted from 1, without gaps
/// @param at never before the event that precedes it; whole milliseconds
public record Stored(int version, Instant at, RunEvent event) {
    public Stored {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }
}
