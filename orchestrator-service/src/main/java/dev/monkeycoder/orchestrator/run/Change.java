package dev.monkeycoder.orchestrator.run;

import java.util.ArrayList;
import java.util.List;

/// One step of a history: an event, with the run before and after it.
public record Change(RunState before, Stored stored, RunState after) {

    /// The steps by which `history` leads on from `state`.
    public static List<Change> of(RunState state, List<Stored> history) {
        var changes = new ArrayList<Change>(history.size());
        var before = state;
        for (var stored : history) {
            var after = before.after(stored);
            changes.add(new Change(before, stored, after));
            before = after;
        }
        return changes;
    }
}
