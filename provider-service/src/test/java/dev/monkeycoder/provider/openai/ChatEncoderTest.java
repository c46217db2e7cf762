package dev.monkeycoder.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.provider.chat.ChatRequest;
import dev.monkeycoder.provider.vendor.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatEncoderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ChatRequest REQUEST =
            new ChatRequest(
                    "gpt-5",
                    List.of(
                            new Message.Instructions("be brief"),
                            new Message.User("hé \"you\""),
                            new Message.Assistant(
                                    "",
                                    List.of(new ToolUse("c1", "read_file", "{\"path\":\"a\"}"))),
                            new Message.ToolResult("c1", "read_file", "text"),
                            new Message.Assistant("done", List.of())),
                    List.of(new ToolSpec("read_file", "Reads.", "{\"type\":\"object\"}")),
                    Optional.of(0.25),
                    512);

    private static JsonNode encoded(ChatRequest request, Dialect dialect) {
        try {
            return JSON.readTree(ChatEncoder.encode(request, dialect));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyFieldReachesTheWire() throws IOException {
        assertThat(encoded(REQUEST, Dialect.COMMON))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"model":"gpt-5","stream":true,"stream_options":{"include_usage":true},
                                 "max_tokens":512,"temperature":0.25,
                                 "messages":[
                                  {"role":"system","content":"be brief"},
                                  {"role":"user","content":"hé \\"you\\""},
                                  {"role":"assistant","tool_calls":[{"id":"c1","type":"function",
                                    "function":{"name":"read_file","arguments":"{\\"path\\":\\"a\\"}"}}]},
                                  {"role":"tool","content":"text","tool_call_id":"c1"},
                                  {"role":"assistant","content":"done"}],
                                 "tools":[{"type":"function","function":{"name":"read_file",
                                    "description":"Reads.","parameters":{"type":"object"}}}]}
                                """));
    }

    @Test
    void whatIsAbsentIsNotSent() {
        var plain =
                new ChatRequest(
                        "m", List.of(new Message.User("x")), List.of(), Optional.empty(), 9);
        assertThat(encoded(plain, Dialect.COMMON).has("tools")).isFalse();
        assertThat(encoded(plain, Dialect.COMMON).has("temperature")).isFalse();
    }

    @Test
    void outputIsBoundedUnderTheNameThatTheVendorKnows() {
        var body = encoded(REQUEST, Dialect.COMPLETION_TOKENS);
        assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(512);
        assertThat(body.has("max_tokens")).isFalse();
    }

    @Test
    void googleGetsASignatureWithEachEarlierToolCall() {
        var calls = encoded(REQUEST, Dialect.GOOGLE).path("messages").path(2).path("tool_calls");
        assertThat(calls.path(0).path("extra_content").path("google").has("thought_signature"))
                .isTrue();
        assertThat(encoded(REQUEST, Dialect.COMMON).toString()).doesNotContain("extra_content");
    }

    @Test
    void argumentsThatAreNoJsonObjectAreSentAsAnEmptyOne() {
        for (var arguments : List.of("", "{\"path\":", "[1]", "no")) {
            var request =
                    new ChatRequest(
                            "m",
                            List.of(
                                    new Message.Assistant(
                                            "", List.of(new ToolUse("c", "t", arguments)))),
                            List.of(),
                            Optional.empty(),
                            9);
            assertThat(
                            encoded(request, Dialect.COMMON)
                                    .at("/messages/0/tool_calls/0/function/arguments")
                                    .asText())
                    .isEqualTo("{}");
        }
    }

    @Test
    void toolWithoutASchemaIsRefusedByName() {
        var request =
                new ChatRequest(
                        "m",
                        List.of(new Message.User("x")),
                        List.of(new ToolSpec("bad_tool", "", "{")),
                        Optional.empty(),
                        9);
        assertThatThrownBy(() -> ChatEncoder.encode(request, Dialect.COMMON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad_tool");
    }
}
