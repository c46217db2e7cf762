package dev.monkeycoder.simulator.model;

import dev.monkeycoder.simulator.play.Pace;
import java.util.List;
import java.util.OptionalInt;

/// What a simulated model makes of a prompt.
public sealed interface Reply {

    /// Text, then tool calls; either may be missing.
    ///
    /// @param limit the answer breaks off after so many tokens
    record Answer(String text, List<ToolCall> calls, Pace pace, OptionalInt limit)
            implements Reply {
        public Answer {
            calls = List.copyOf(calls);
        }
    }

    /// The model has nothing to say, and says why.
    record Refused(Why why, String detail) implements Reply {}

    enum Why {
        UNKNOWN_MODEL,
        NO_RULE,
        TOOL_NOT_OFFERED,
        BAD_DIRECTIVE
    }
}
