package dev.monkeycoder.orchestrator.run;

/// What makes a history damaged.
final class Fold {
    private Fold() {}

    static void inOrder(RunState state, Stored stored) {
        if (stored.version() != state.version() + 1) {
            throw new IllegalStateException(
                    "run %s: event version %d (expected: %d)"
                            .formatted(state.id(), stored.version(), state.version() + 1));
        }
    }

    static IllegalStateException impossible(RunState state, RunEvent event) {
        return new IllegalStateException(
                "run %s: %s after version %d (expected: an event that can follow it)"
                        .formatted(state.id(), event.getClass().getSimpleName(), state.version()));
    }
}
