package dev.monkeycoder.simulator.script;

import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.play.Pace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of a script: when it is said, and what.
///
/// @param pace absent: the script's
public record Rule(When when, String text, List<ToolCall> calls, Optional<Pace> pace) {
    public Rule {
        calls = List.copyOf(calls);
        if (text.isEmpty() && calls.isEmpty()) {
            throw new IllegalArgumentException(
                    "neither text nor calls (expected: one of them at least)");
        }
    }

    /// What a request must be like; what is absent matches any.
    ///
    /// @param visit which of the agent's turns it is. Where the request does not tell,
    ///   `userContains` decides, and a rule without it does not match
    /// @param step how many answers the agent has already given in its turn
    /// @param userContains text of the last user message; not looked at where `visit` decides
    public record When(
            Optional<String> agent,
            OptionalInt visit,
            OptionalInt step,
            Optional<String> userContains) {

        boolean matches(Prompt prompt) {
            return (agent.isEmpty() || agent.equals(prompt.agent()))
                    && (step.isEmpty() || step.getAsInt() == prompt.step())
                    && rightVisit(prompt);
        }

        private boolean rightVisit(Prompt prompt) {
            if (visit.isPresent() && prompt.visit().isPresent()) {
                return visit.equals(prompt.visit());
            }
            return userContains.map(prompt.lastUserText()::contains).orElse(visit.isEmpty());
        }
    }
}
