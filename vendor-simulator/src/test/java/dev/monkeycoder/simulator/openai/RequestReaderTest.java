package dev.monkeycoder.simulator.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.Tokens;
import dev.monkeycoder.simulator.model.Tool;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
    private static ChatRequest.Valid valid(String body) {
        return switch (RequestReader.read(body)) {
            case ChatRequest.Valid valid -> valid;
            case ChatRequest.Invalid invalid -> throw new AssertionError(invalid.message());
        };
    }

    @Test
    void everythingThatMattersIsRead() {
        String body =
                """
                {"model":"synthetic","stream":true,"stream_options":{"include_usage":true,"include_obfuscation":false},
                 "max_tokens":9,"max_completion_tokens":7,"temperature":0.2,
                 "messages":[{"role":"system","content":"Be kind."},
                  {"role":"user","content":[{"type":"text","text":"Hi "},{"type":"text","text":"you"}]},
                  {"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",
                    "function":{"name":"read_file","arguments":"{}"}}]},
                  {"role":"tool","tool_call_id":"c","content":"text"}],
                 "tools":[{"type":"function","function":{"name":"read_file","parameters":{"type":"object"}}},
                  {"type":"function","function":{"name":"ping"}}]}\
                """;
        ChatRequest.Valid request = valid(body);
        assertThat(request.stream()).isTrue();
        assertThat(request.usage()).isTrue();
        assertThat(request.obfuscate()).isFalse();
        assertThat(request.prompt().body()).isEqualTo(body);
        assertThat(request.prompt().maxTokens()).hasValue(7);
        assertThat(request.prompt().said())
                .containsExactly(
                        new Said(Said.Speaker.SYSTEM, "Be kind."),
                        new Said(Said.Speaker.USER, "Hi you"),
                        new Said(Said.Speaker.ASSISTANT, ""),
                        new Said(Said.Speaker.TOOL, "text"));
        assertThat(request.prompt().tools())
                .containsExactly(
                        new Tool("read_file", "{\"type\":\"object\"}"), new Tool("ping", "{}"));
    }

    @Test
    void promptTokensAreThoseOfItsTextsCallsToolsAndFourAMessage() {
        int without =
                valid(
                                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"one"
                                    + " two\"}]}")
                        .prompt()
                        .tokens();
        assertThat(without).isEqualTo(4 + 2);
        String tools = "[{\"type\":\"function\",\"function\":{\"name\":\"a\"}}]";
        int with =
                valid(
                                "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"function\":"
                                    + "{\"name\":\"a\",\"arguments\":\"{}\"}}]}],\"tools\":"
                                        + tools
                                        + "}")
                        .prompt()
                        .tokens();
        assertThat(with).isEqualTo(4 + 1 + 1 + Tokens.count(tools));
    }

    @Test
    void whatIsAbsentHasOpenAisDefaults() {
        ChatRequest.Valid request =
                valid(
                        "{\"model\":\"m\",\"messages\":[{\"role\":\"developer\"}],\"max_tokens\":null}");
        assertThat(request.stream()).isFalse();
        assertThat(request.usage()).isFalse();
        assertThat(request.obfuscate()).isTrue();
        assertThat(request.prompt().maxTokens()).isEmpty();
        assertThat(request.prompt().said()).containsExactly(new Said(Said.Speaker.SYSTEM, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    {                                                              | none
                    []                                                             | none
                    {"messages":[]}                                                | model
                    {"model":"m"}                                                  | messages
                    {"model":"m","messages":[]}                                    | messages
                    {"model":"m","n":2,"messages":[{"role":"user"}]}               | n
                    {"model":"m","messages":[{"role":"boss"}]}                     | messages[0].role
                    {"model":"m","messages":[{"role":"user"},{}]}                  | messages[1].role
                    {"model":"m","messages":[{"role":"user","content":{}}]}        | messages[0].content
                    {"model":"m","messages":[{"role":"user"}],"max_tokens":0}      | max_tokens
                    {"model":"m","messages":[{"role":"user"}],"tools":[{}]}        | tools[0].function.name
                    """)
    void whatOpenAiRefusesIsRefusedWithTheSameParam(String body, @Nullable String param) {
        assertThat(RequestReader.read(body))
                .isInstanceOfSatisfying(
                        ChatRequest.Invalid.class,
                        invalid ->
                                assertThat(invalid.param()).isEqualTo(Optional.ofNullable(param)));
    }
}
