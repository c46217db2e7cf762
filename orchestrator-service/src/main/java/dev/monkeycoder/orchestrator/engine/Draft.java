package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events of a step while they are written. Lives only within one reaction.
final class Draft {
    private final RunState before;
    private final Instant now;
    private final List<Stored> events = new ArrayList<>();
    private final Map<Due, Instant> timers = new HashMap<>();
    private final List<Due> cleared = new ArrayList<>();
    private RunState state;

    /// @param now clocks of replicas differ: a history never goes back in time all the same
    Draft(RunState before, Instant now) {
        this.before = before;
        this.state = before;
        var whole = now.truncatedTo(ChronoUnit.MILLIS);
        this.now = whole.isBefore(before.at()) ? before.at() : whole;
    }

    Instant now() {
        return now;
    }

    RunState state() {
        return state;
    }

    RunState write(RunEvent event) {
        var stored = new Stored(state.version() + 1, now, event);
        state = state.after(stored);
        events.add(stored);
        return state;
    }

    /// Moves a timer without an event: it came too early, or what it is for still holds.
    void again(Due due, Instant at) {
        timers.put(due, at);
    }

    /// Clears a timer that nothing needs any more.
    void clear(Due due) {
        cleared.add(due);
    }

    Step step() {
        var effects = Effects.of(before, events);
        effects.clear(cleared);
        effects.set(timers);
        return effects.step(before, events, state);
    }
}
