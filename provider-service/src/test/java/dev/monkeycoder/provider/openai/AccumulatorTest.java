package dev.monkeycoder.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Finish;
import dev.monkeycoder.provider.vendor.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccumulatorTest {
    private static final String HELLO =
            """
            data: {"id":"a1","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

            data: {"id":"a1","model":"m-1","choices":[{"index":0,"delta":{"content":"Hel"}}]}

            data: {"id":"a1","model":"m-1","choices":[{"index":0,"delta":{"content":"lo"}}]}

            """;
    private static final String STOP =
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    private static Accumulator read(String stream) {
        var decoder = new ChunkDecoder(Vendor.OPENAI);
        var accumulator = new Accumulator(Vendor.OPENAI, "asked");
        new SseDecoder()
                .feed(stream.getBytes(UTF_8))
                .forEach(event -> decoder.decode(event).forEach(accumulator::add));
        return accumulator;
    }

    private static ChatAnswer whole(String stream) {
        return switch (read(stream).ending()) {
            case Ending.Whole(var answer) -> answer;
            case Ending.Broken(var failure) -> throw new AssertionError(failure);
        };
    }

    private static ChatFailure broken(String stream) {
        return switch (read(stream).ending()) {
            case Ending.Whole(var answer) -> throw new AssertionError(answer);
            case Ending.Broken(var failure) -> failure;
        };
    }

    @Test
    void piecesMakeTheAnswer() {
        var usage =
                "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2,"
                        + "\"total_tokens\":7}}\n\n";
        var answer = whole(HELLO + STOP + usage + DONE);
        assertThat(answer)
                .returns("Hello", ChatAnswer::text)
                .returns("a1", ChatAnswer::id)
                .returns("m-1", ChatAnswer::model)
                .returns(Finish.STOP, ChatAnswer::finish);
        assertThat(answer.usage()).contains(Usage.of(5, 2));
    }

    @Test
    void partNeverPassesForTheWhole() {
        assertThat(broken("").cause()).isEqualTo(Cause.CUT);
        assertThat(broken(HELLO).cause()).isEqualTo(Cause.CUT);
        assertThat(broken(HELLO + STOP).cause()).isEqualTo(Cause.CUT);
        assertThat(broken(HELLO + DONE).cause()).isEqualTo(Cause.CUT);
        assertThat(broken(STOP + DONE).cause()).isEqualTo(Cause.EMPTY);
    }

    @Test
    void unreadableChunkBreaksTheAnswerWhateverFollows() {
        var stream = HELLO + "data: {\"choices\":[{\"del\n\n" + STOP + DONE;
        assertThat(broken(stream).cause()).isEqualTo(Cause.MALFORMED);
        assertThat(broken(HELLO + "data: 7\n\n" + STOP + DONE).cause()).isEqualTo(Cause.MALFORMED);
    }

    @Test
    void errorInsideTheStreamBreaksTheAnswer() {
        var overloaded =
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                        + "\"message\":\"secret prompt\"}}\n\n";
        assertThat(broken(HELLO + overloaded + STOP + DONE))
                .asInstanceOf(type(ChatFailure.class))
                .returns(Cause.ERROR_EVENT, ChatFailure::cause)
                .satisfies(failure -> assertThat(failure.detail()).contains("overloaded_error"))
                .satisfies(failure -> assertThat(failure.detail()).doesNotContain("secret"));
        var quota = "data: {\"error\":{\"code\":\"insufficient_quota\"}}\n\n";
        assertThat(broken(HELLO + quota).cause()).isEqualTo(Cause.OUT_OF_QUOTA);
        var groq = "data: {\"choices\":[],\"x_groq\":{\"error\":\"over capacity\"}}\n\n";
        assertThat(broken(HELLO + groq + STOP + DONE).cause()).isEqualTo(Cause.ERROR_EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "stop,STOP",
        "length,LENGTH",
        "max_tokens,LENGTH",
        "content_filter,CONTENT_FILTER",
        "end_turn,STOP",
        "tool_calls,TOOL_CALLS"
    })
    void finishReasonIsPassedOn(String reason, Finish finish) {
        assertThat(whole(HELLO + STOP.replace("stop", reason) + DONE).finish()).isEqualTo(finish);
    }

    @Test
    void unknownFinishReasonIsNoAnswer() {
        assertThat(broken(HELLO + STOP.replace("stop", "shutting_down") + DONE).cause())
                .isEqualTo(Cause.ERROR_EVENT);
    }

    @Test
    void toolUsesAreJoinedByIndex() {
        var stream =
                """
                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"read","arguments":""}}]}}]}

                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\":"}},{"index":1,"id":"c2","function":{"name":"list"}}]}}]}

                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]},"finish_reason":"tool_calls"}]}

                data: [DONE]

                """;
        assertThat(whole(stream).toolUses())
                .isEqualTo(
                        List.of(
                                new ToolUse("c1", "read", "{\"a\":1}"),
                                new ToolUse("c2", "list", "")));
    }

    @Test
    void usesThatShareAnIndexAreToldApartByTheirIds() {
        var stream =
                """
                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"read","arguments":"{}"}}]}}]}

                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c2","function":{"name":"list","arguments":"{}"}}]},"finish_reason":"stop"}]}

                data: [DONE]

                """;
        assertThat(whole(stream))
                .returns(Finish.TOOL_CALLS, ChatAnswer::finish)
                .satisfies(answer ->
                        assertThat(answer.toolUses())
                                .extracting(ToolUse::name)
                                .containsExactly("read", "list"));
    }

    @Test
    void useWithoutAnIdGetsOneOfItsOwn() {
        var stream =
                """
                data: {"id":"a","choices":[{"index":0,"delta":{"tool_calls":[{"function":{"name":"read","arguments":{"p":1}}},{"function":{"name":"read","arguments":{"p":2}}}]},"finish_reason":"stop"}]}

                data: [DONE]

                """;
        assertThat(whole(stream).toolUses())
                .isEqualTo(
                        List.of(
                                new ToolUse("call_a_0", "read", "{\"p\":1}"),
                                new ToolUse("call_a_1", "read", "{\"p\":2}")));
    }

    @Test
    void thoughtsAreCountedAndNotPassedOn() {
        var thinking =
                "data:"
                    + " {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hmm!\"}}]}\n\n";
        assertThat(whole(thinking + HELLO + STOP + DONE).text()).isEqualTo("Hello");
        assertThat(read(thinking + HELLO).units()).isEqualTo(9);
        assertThat(broken(thinking + STOP + DONE).cause()).isEqualTo(Cause.EMPTY);
    }

    @Test
    void answerThatCameUnstreamedIsReadToo() {
        var accumulator = new Accumulator(Vendor.GROQ, "asked");
        new ChunkDecoder(Vendor.GROQ)
                .decodeWhole(
                        "{\"id\":\"w\",\"choices\":[{\"index\":0,\"message\":{\"content\":\"hi\"},"
                                + "\"finish_reason\":\"stop\"}]}")
                .forEach(accumulator::add);
        assertThat(accumulator.ending())
                .isEqualTo(
                        new Ending.Whole(
                                new ChatAnswer(
                                        "w",
                                        "asked",
                                        "hi",
                                        List.of(),
                                        Finish.STOP,
                                        java.util.Optional.empty())));
    }
}
