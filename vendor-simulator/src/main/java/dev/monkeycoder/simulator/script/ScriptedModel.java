package dev.monkeycoder.simulator.script;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.model.Tool;
import dev.monkeycoder.simulator.model.ToolCall;

/// Answers by a [Script]. Where the script has no rule, or calls a tool that the request does not
/// offer, it says so instead of making something up.
public record ScriptedModel(Script script) implements SimulatedModel {
    @Override
    public String name() {
        return script.model();
    }

    @Override
    public Reply reply(Prompt prompt, Directive directive) {
        for (Rule rule : script.rules()) {
            if (rule.when().matches(prompt)) {
                return answer(rule, prompt);
            }
        }
        return new Reply.Refused(
                Reply.Why.NO_RULE,
                "script " + script.model() + " has no rule for " + place(prompt));
    }

    private Reply answer(Rule rule, Prompt prompt) {
        for (ToolCall call : rule.calls()) {
            if (!prompt.offers(call.tool())) {
                return new Reply.Refused(
                        Reply.Why.TOOL_NOT_OFFERED,
                        "script %s calls the tool %s for %s, but the request offers %s"
                                .formatted(
                                        script.model(),
                                        call.tool(),
                                        place(prompt),
                                        prompt.tools().stream().map(Tool::name).toList()));
            }
        }
        return new Reply.Answer(
                rule.text(), rule.calls(), rule.pace().orElse(script.pace()), prompt.maxTokens());
    }

    private static String place(Prompt prompt) {
        return "agent %s, visit %s, step %d"
                .formatted(
                        prompt.agent().orElse("(unknown)"),
                        prompt.visit().isPresent() ? prompt.visit().getAsInt() : "(unknown)",
                        prompt.step());
    }
}
