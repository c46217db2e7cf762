package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.events.RunId;
import dev.monkeycoder.orchestrator.run.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Runs that this process has folded, the latest used ones. Only committed states get here; another
/// replica may be further.
final class Folds {
    private final Map<RunId, RunState> latest;

    Folds(int most) {
        latest =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<RunId, RunState> eldest) {
                        return size() > most;
                    }
                };
    }

    synchronized Optional<RunState> of(RunId run) {
        return Optional.ofNullable(latest.get(run));
    }

    synchronized void keep(RunState state) {
        latest.merge(
                state.id(),
                state,
                (known, other) -> known.version() > other.version() ? known : other);
    }
}
