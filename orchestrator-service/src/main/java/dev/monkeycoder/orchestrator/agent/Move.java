package dev.monkeycoder.orchestrator.agent;

import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.orchestrator.run.Transfer;
import java.util.List;
import java.util.Optional;

/// What an agent's turn needs next.
public sealed interface Move {

    record CallModel(int maxTokens) implements Move {}

    /// Every tool call of one answer, all at once.
    record UseTools(List<Wish> wishes) implements Move {
        public UseTools {
            wishes = List.copyOf(wishes);
        }
    }

    /// One tool call of an answer.
    ///
    /// @param refusal why it is not done, for the model; absent: it is done
    record Wish(ToolUse use, Optional<String> refusal) {}

    /// @param transfer whom to hand over to; absent: `answer` is the agent's final one
    record EndTurn(String answer, Optional<Transfer> transfer) implements Move {}

    /// The turn can't go on, and so the run can't.
    record Stop(Failure failure) implements Move {}

    /// A call is in flight.
    record Wait() implements Move {}
}
