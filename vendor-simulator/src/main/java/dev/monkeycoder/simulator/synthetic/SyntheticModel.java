package dev.monkeycoder.simulator.synthetic;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.model.Tool;
import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.play.Pace;
import java.util.ArrayList;
import java.util.List;

/// Says `tokens` tokens of text, then makes `tools` tool calls in the first `tool_steps` answers to
/// one user message. The directive's settings have these defaults: 100 tokens, at once, no tool
/// calls, one step.
public final class SyntheticModel implements SimulatedModel {
    private static final List<String> WORDS =
            List.of(
                    "the", "order", "is", "kept", "by", "its", "lines", "and", "each", "line",
                    "has", "a", "price");
    private static final int SENTENCE = WORDS.size() + 1;

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public Reply reply(Prompt prompt, Directive directive) {
        int wanted =
                prompt.step() < directive.number("tool_steps", 1)
                        ? directive.number("tools", 0)
                        : 0;
        List<Tool> tools =
                prompt.tools().stream()
                        .filter(tool -> directive.tool().map(tool.name()::equals).orElse(true))
                        .toList();
        if (wanted > 0 && tools.isEmpty()) {
            return new Reply.Refused(
                    Reply.Why.TOOL_NOT_OFFERED,
                    "tool calls are asked for, but the request does not offer "
                            + directive.tool().orElse("any tool"));
        }
        List<ToolCall> calls = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Tool tool = tools.get(i % tools.size());
            calls.add(new ToolCall(tool.name(), Arguments.of(tool)));
        }
        return new Reply.Answer(
                text(directive.number("tokens", 100)), calls, Pace.AT_ONCE, prompt.maxTokens());
    }

    /// A text of exactly so many tokens: words of one token each, and a full stop after every
    /// sentence.
    static String text(int tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens; i++) {
            int word = i % SENTENCE;
            if (word == WORDS.size()) {
                text.append('.');
            } else {
                text.append(i == 0 ? "" : " ").append(WORDS.get(word));
            }
        }
        return text.toString();
    }
}
