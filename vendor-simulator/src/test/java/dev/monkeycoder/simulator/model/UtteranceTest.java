package dev.monkeycoder.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.simulator.play.Pace;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UtteranceTest {
    private int ids;

    private Utterance utterance(OptionalInt limit, String text, ToolCall... calls) {
        var answer = new Reply.Answer(text, List.of(calls), Pace.AT_ONCE, limit);
        return Utterance.of(answer, prefix -> prefix + ++ids);
    }

    @Test
    void itsPiecesMakeTheAnswer() {
        Utterance said =
                utterance(
                        OptionalInt.empty(),
                        "I read both.",
                        new ToolCall("read_file", "{\"path\":\"a\"}"),
                        new ToolCall("read_file", "{\"path\":\"b\"}"));
        assertThat(said.text()).isEqualTo("I read both.");
        assertThat(said.calls())
                .containsExactly(
                        new Utterance.Call("call_1", "read_file", "{\"path\":\"a\"}"),
                        new Utterance.Call("call_2", "read_file", "{\"path\":\"b\"}"));
        assertThat(said.finish()).isEqualTo(Utterance.Finish.TOOL_CALLS);
        assertThat(said.tokens())
                .isEqualTo(
                        Tokens.count("I read both.")
                                + 2 * Tokens.count("read_file")
                                + 2 * Tokens.count("{\"path\":\"a\"}"));
    }

    @Test
    void itBreaksOffAtTheLimit() {
        Utterance said = utterance(OptionalInt.of(2), "one two three");
        assertThat(said.text()).isEqualTo("one two");
        assertThat(said.tokens()).isEqualTo(2);
        assertThat(said.finish()).isEqualTo(Utterance.Finish.LENGTH);
    }

    @Test
    void aLimitCanBreakOffTheArgumentsOfACall() {
        Utterance said =
                utterance(
                        OptionalInt.of(4),
                        "",
                        new ToolCall("list_files", "{\"path\":\"src/main\"}"));
        assertThat(said.finish()).isEqualTo(Utterance.Finish.LENGTH);
        assertThat(said.calls().getFirst().arguments()).isEqualTo("{\"path");
    }

    @Test
    void anAnswerThatJustFitsIsWhole() {
        assertThat(utterance(OptionalInt.of(3), "one two three").finish())
                .isEqualTo(Utterance.Finish.STOP);
    }
}
