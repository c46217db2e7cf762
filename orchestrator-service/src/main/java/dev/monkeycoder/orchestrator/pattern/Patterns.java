package dev.monkeycoder.orchestrator.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The patterns that this replica knows, by number. An old number stays until no open run has it.
///
/// @param known by number, such as `handoff/1`
/// @param newest the number that a new run of a pattern's name gets
/// @param handingOver names whose agents may hand over to each other
public record Patterns(
        Map<String, Pattern> known, Map<String, String> newest, List<String> handingOver) {
    public Patterns {
        known = Map.copyOf(known);
        newest = Map.copyOf(newest);
        handingOver = List.copyOf(handingOver);
    }

    public static Patterns builtIn() {
        return new Patterns(
                Map.of("sequential/1", new Sequential(), "handoff/1", new Handoff()),
                Map.of("sequential", "sequential/1", "handoff", "handoff/1"),
                List.of("handoff"));
    }

    /// The pattern of a run that is under way; empty when only a newer (or much older) replica has
    /// it.
    public Optional<Pattern> numbered(String number) {
        return Optional.ofNullable(known.get(number));
    }

    /// The number for a new run.
    public Optional<String> newest(String name) {
        return Optional.ofNullable(newest.get(name));
    }

    /// The names that a new run can have, sorted.
    public List<String> names() {
        return newest.keySet().stream().sorted().toList();
    }

    public boolean handsOver(String name) {
        return handingOver.contains(name);
    }
}
