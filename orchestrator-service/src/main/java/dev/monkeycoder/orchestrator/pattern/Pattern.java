package dev.monkeycoder.orchestrator.pattern;

import dev.monkeycoder.orchestrator.run.Run;

/// One way of arranging agents around a task.
///
/// A pattern is a pure function: it holds no state, reads no clock and calls nobody. The same run
/// always yields the same decision, so a run can be replayed, or go on in another process. Its
/// number (`sequential/1`) is pinned by the run: code that would decide otherwise is a new number.
@FunctionalInterface
public interface Pattern {
    /// @param run a running one whose context is prepared
    Decision next(Run run);
}
