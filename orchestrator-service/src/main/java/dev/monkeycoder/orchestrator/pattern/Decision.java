package dev.monkeycoder.orchestrator.pattern;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.orchestrator.run.Transfer;
import java.util.Optional;

/// What a [Pattern] wants done next. Sealed so that a new kind of decision is flagged by the
/// compiler wherever decisions are carried out.
public sealed interface Decision {

    /// Give this agent a turn.
    ///
    /// @param instruction what is asked of the turn beyond the task; may be empty
    /// @param handoff the number of the handoff that leads to it, if one does
    record Ask(AgentName agent, String instruction, Optional<Integer> handoff)
            implements Decision {}

    /// Record that `from` gives the work to another; the pattern is asked again at once.
    record HandOver(AgentName from, Transfer transfer) implements Decision {}

    /// Nothing to do until an open turn ends.
    record Wait() implements Decision {}

    /// The run is over; `answer` is what the caller gets.
    record Finish(String answer) implements Decision {}

    /// The run can't be brought to a good end.
    record Fail(Failure failure) implements Decision {}
}
