package dev.monkeycoder.simulator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.Tokens;
import dev.monkeycoder.simulator.model.Tool;
import dev.monkeycoder.simulator.model.ToolCall;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticModelTest {
    private static final Tool READ =
            new Tool(
                    "read_file",
                    """
                    {"type":"object","properties":{"path":{"type":"string"},"mode":{"enum":["fast","slow"]},
                     "lines":{"type":["integer","null"]},"deep":{"type":"boolean"},"all":{"type":"array"},
                     "in":{"type":"object","required":["x"],"properties":{"x":{"type":"null"}}}},
                     "required":["path","mode","lines","deep","all","in"]}\
                    """);
    private static final Tool LIST = new Tool("list_files", "{\"type\":\"object\"}");
    private static final Said USER = new Said(Said.Speaker.USER, "go");

    private static Reply reply(String directive, List<Tool> tools, Said... said) {
        Prompt prompt = new Prompt("synthetic", List.of(said), tools, OptionalInt.of(50), 0, "");
        return new SyntheticModel().reply(prompt, Directive.in(directive));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 13, 14, 15, 200, 1_001})
    void itsTextHasExactlyAsManyTokensAsItIsAskedFor(int tokens) {
        assertThat(Tokens.count(SyntheticModel.text(tokens))).isEqualTo(tokens);
    }

    @Test
    void aHundredTokensWhenNobodySays() {
        assertThat(reply("", List.of(), USER))
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> {
                            assertThat(Tokens.count(answer.text())).isEqualTo(100);
                            assertThat(answer.calls()).isEmpty();
                            assertThat(answer.limit()).hasValue(50);
                        });
    }

    @Test
    void itCallsTheOfferedToolsInTurnWithArgumentsThatTheirSchemaTakes() {
        assertThat(reply("[[sim tools=3 tokens=0]]", List.of(READ, LIST), USER))
                .asInstanceOf(InstanceOfAssertFactories.type(Reply.Answer.class))
                .extracting(Reply.Answer::calls)
                .asInstanceOf(InstanceOfAssertFactories.list(ToolCall.class))
                .containsExactly(
                        new ToolCall(
                                "read_file",
                                "{\"path\":\"sample\",\"mode\":\"fast\",\"lines\":1,\"deep\":true,\"all\":[],"
                                    + "\"in\":{\"x\":null}}"),
                        new ToolCall("list_files", "{}"),
                        new ToolCall(
                                "read_file",
                                "{\"path\":\"sample\",\"mode\":\"fast\",\"lines\":1,\"deep\":true,\"all\":[],"
                                    + "\"in\":{\"x\":null}}"));
    }

    @Test
    void aToolCanBeChosen() {
        assertThat(reply("[[sim tools=1 tool=list_files]]", List.of(READ, LIST), USER))
                .asInstanceOf(InstanceOfAssertFactories.type(Reply.Answer.class))
                .extracting(answer -> answer.calls().getFirst().tool())
                .isEqualTo("list_files");
    }

    @Test
    void toolsAreCalledInTheFirstStepsOnlySoThatALoopEnds() {
        Said answered = new Said(Said.Speaker.ASSISTANT, "");
        assertThat(calls("[[sim tools=1]]", USER)).isEqualTo(1);
        assertThat(calls("[[sim tools=1]]", USER, answered)).isZero();
        assertThat(calls("[[sim tools=1 tool_steps=2]]", USER, answered)).isEqualTo(1);
        assertThat(calls("[[sim tools=1 tool_steps=2]]", USER, answered, answered)).isZero();
    }

    private static int calls(String directive, Said... said) {
        return reply(directive, List.of(LIST), said) instanceof Reply.Answer answer
                ? answer.calls().size()
                : -1;
    }

    @Test
    void withoutSuchAToolItSaysSo() {
        assertThat(reply("[[sim tools=1 tool=fly]]", List.of(LIST), USER))
                .isEqualTo(
                        new Reply.Refused(
                                Reply.Why.TOOL_NOT_OFFERED,
                                "tool calls are asked for, but the request does not offer fly"));
    }
}
