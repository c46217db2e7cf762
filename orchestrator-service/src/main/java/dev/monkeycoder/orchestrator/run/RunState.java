package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a run: the fold of its history.
public sealed interface RunState permits RunState.Unstarted, Run {
    RunId id();

    /// The version of the last event; 0 before the first.
    int version();

    /// When the last event happened: the only time that a decision knows.
    Instant at();

    /// The state after the next event.
    ///
    /// @throws IllegalStateException when `stored` can't follow: the history is damaged
    RunState after(Stored stored);

    static RunState unknown(RunId id) {
        return new Unstarted(id, 0, Instant.EPOCH, Optional.empty());
    }

    default RunState after(List<Stored> history) {
        RunState state = this;
        for (var stored : history) {
            state = state.after(stored);
        }
        return state;
    }

    /// A run that nobody has asked for yet. A cancellation that came first waits here for it.
    record Unstarted(RunId id, int version, Instant at, Optional<RunEvent.CancelAsked> cancelled)
            implements RunState {
        @Override
        public RunState after(Stored stored) {
            Fold.inOrder(this, stored);
            return switch (stored.event()) {
                case RunEvent.CancelAsked cancel when cancelled.isEmpty() ->
                        new Unstarted(id, stored.version(), stored.at(), Optional.of(cancel));
                case RunEvent.RunStarted start -> Run.started(this, stored, start);
                case RunEvent other -> throw Fold.impossible(this, other);
            };
        }

        /// Whether the cancellation that came first is one of the run's own tenant.
        Optional<RunEvent.CancelAsked> cancelledBy(RunEvent.RunStarted start) {
            return cancelled.filter(cancel -> cancel.tenant().equals(start.tenant()));
        }
    }
}
