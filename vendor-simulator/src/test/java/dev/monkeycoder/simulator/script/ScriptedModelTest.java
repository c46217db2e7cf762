package dev.monkeycoder.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.Tool;
import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.play.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private static Rule rule(
            String says,
            Optional<String> agent,
            OptionalInt visit,
            OptionalInt step,
            Optional<String> contains) {
        return new Rule(
                new Rule.When(agent, visit, step, contains), says, List.of(), Optional.empty());
    }

    private static String reply(List<Rule> rules, String user, int step) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(Said.Speaker.SYSTEM, "You are the agent \"dev\"."));
        said.add(new Said(Said.Speaker.USER, user));
        for (int i = 0; i < step; i++) {
            said.add(new Said(Said.Speaker.ASSISTANT, "before"));
        }
        Prompt prompt =
                new Prompt(
                        "s",
                        said,
                        List.of(new Tool("read_file", "{}")),
                        OptionalInt.empty(),
                        0,
                        "");
        return switch (new ScriptedModel(new Script("s", Pace.AT_ONCE, rules))
                .reply(prompt, Directive.NONE)) {
            case Reply.Answer answer -> answer.text();
            case Reply.Refused(var why, var detail) -> why + ": " + detail;
        };
    }

    @Test
    void theFirstRuleThatMatchesAnswers() {
        List<Rule> rules =
                List.of(
                        rule(
                                "other agent",
                                Optional.of("rev"),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()),
                        rule(
                                "second step",
                                Optional.of("dev"),
                                OptionalInt.empty(),
                                OptionalInt.of(1),
                                Optional.empty()),
                        rule(
                                "about tests",
                                Optional.of("dev"),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.of("tests")),
                        rule(
                                "else",
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()));
        assertThat(reply(rules, "write tests", 0)).isEqualTo("about tests");
        assertThat(reply(rules, "write tests", 1)).isEqualTo("second step");
        assertThat(reply(rules, "write code", 0)).isEqualTo("else");
    }

    @Test
    void theVisitDecidesWhereItIsToldAndTheTextWhereItIsNot() {
        List<Rule> rules =
                List.of(
                        rule(
                                "second",
                                Optional.empty(),
                                OptionalInt.of(2),
                                OptionalInt.empty(),
                                Optional.of("by reviewer")),
                        rule(
                                "first",
                                Optional.empty(),
                                OptionalInt.of(1),
                                OptionalInt.empty(),
                                Optional.empty()));
        assertThat(reply(rules, "by planner\nThis is your turn number 2 in this run.", 0))
                .isEqualTo("second");
        assertThat(reply(rules, "by reviewer\nThis is your turn number 1 in this run.", 0))
                .isEqualTo("first");
        assertThat(reply(rules, "by reviewer", 0)).isEqualTo("second");
        assertThat(reply(rules, "by planner", 0)).startsWith("NO_RULE");
    }

    @Test
    void whereNoRuleMatchesItSaysWhereItIs() {
        List<Rule> rules =
                List.of(
                        rule(
                                "x",
                                Optional.of("rev"),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()));
        assertThat(reply(rules, "go\nThis is your turn number 3 in this run.", 2))
                .isEqualTo("NO_RULE: script s has no rule for agent dev, visit 3, step 2");
        assertThat(reply(rules, "go", 0))
                .isEqualTo("NO_RULE: script s has no rule for agent dev, visit (unknown), step 0");
    }

    @Test
    void aToolThatIsNotOfferedIsNotCalled() {
        Rule flies =
                new Rule(
                        new Rule.When(
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()),
                        "",
                        List.of(new ToolCall("fly", "{}")),
                        Optional.empty());
        assertThat(reply(List.of(flies), "go", 0))
                .isEqualTo(
                        "TOOL_NOT_OFFERED: script s calls the tool fly for agent dev, visit"
                                + " (unknown), step 0, but the request offers [read_file]");
    }
}
