package dev.monkeycoder.simulator.model;

/// Where the ids of answers and tool calls come from.
@FunctionalInterface
public interface Ids {
    /// A new id that begins with `prefix`.
    String next(String prefix);
}
