package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.Event;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What follows from an input, to be done in one transaction: all of it or nothing.
///
/// @param events to be stored at their versions
/// @param after the run once they are
/// @param sends to be published after the commit, in this order
/// @param set timers by what they are for; one that is set already moves
/// @param cleared timers that are not needed any more
public record Step(
        RunState before,
        List<Stored> events,
        RunState after,
        List<Sending> sends,
        Map<Due, Instant> set,
        Set<Due> cleared) {
    public Step {
        events = List.copyOf(events);
        sends = List.copyOf(sends);
        set = Map.copyOf(set);
        cleared = Set.copyOf(cleared);
    }

    /// @param traceparent the span that the event is part of
    public record Sending(Event event, String traceparent) {}
}
