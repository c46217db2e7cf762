package dev.monkeycoder.simulator.openai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(60)
class ChatQuarkusTest {
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Caller caller = Caller.of(1);

    @BeforeEach
    void open() throws Exception {
        caller.close();
        caller = Caller.of(port);
        caller.send(caller.to("/control/requests").DELETE().build());
        caller.send(caller.to("/control/faults").DELETE().build());
    }

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void aStreamIsServerSentEventsThatEndWithDone() throws Exception {
        HttpResponse<String> answer =
                caller.ask("synthetic", true, "[[sim tokens=20 ttft_ms=5 tps=1000]]");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("text/event-stream; charset=utf-8");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        List<String> events = answer.body().lines().filter(line -> !line.isEmpty()).toList();
        assertThat(events).last().isEqualTo("data: [DONE]");
        String text =
                events.stream()
                        .filter(event -> event.startsWith("data: {"))
                        .map(event -> Caller.json(event.substring(6)))
                        .map(chunk ->
                                chunk.path("choices")
                                        .path(0)
                                        .path("delta")
                                        .path("content")
                                        .asText())
                        .collect(Collectors.joining());
        assertThat(text)
                .startsWith("the order is kept")
                .endsWith("price. the order is kept by its");
        JsonNode logged = caller.lastRequest();
        assertThat(logged.path("outcome").asText()).isEqualTo("completed");
        assertThat(logged.path("tokens_sent").asInt()).isEqualTo(20);
    }

    @Test
    void anAnswerThatIsNotStreamedIsOneJsonText() throws Exception {
        HttpResponse<String> answer = caller.ask("synthetic", false, "[[sim tokens=20]]");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(Caller.json(answer.body()).path("usage").path("completion_tokens").asInt())
                .isEqualTo(20);
    }

    @Test
    void aLongAnswerComesWhole() throws Exception {
        HttpResponse<String> answer = caller.ask("synthetic", true, "[[sim tokens=20000]]");
        assertThat(answer.body().lines().filter(line -> line.startsWith("data: "))).hasSize(20_003);
    }

    @Test
    void theLogShowsWhatReachedTheVendorAndOfTheKeyOnlyItsEnd() throws Exception {
        HttpResponse<String> answer = caller.ask("echo", false, "what do you see?");
        JsonNode logged = caller.lastRequest();
        assertThat(logged.path("model").asText()).isEqualTo("echo");
        assertThat(logged.path("path").asText()).isEqualTo("/v1/chat/completions");
        assertThat(logged.path("key_end").asText()).isEqualTo("5678");
        assertThat(logged.path("headers").path("traceparent").asText()).startsWith("00-0af76519");
        assertThat(logged.path("headers").path("idempotency-key").asText()).isEqualTo("call-1");
        assertThat(logged.path("body").path("messages").path(0).path("content").asText())
                .isEqualTo("what do you see?");
        assertThat(logged.path("time").asText())
                .isLessThanOrEqualTo(logged.path("ended_at").asText());
        assertThat(logged.toString()).doesNotContain("sk-test");
        String echoed =
                Caller.json(answer.body())
                        .path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText();
        assertThat(Caller.json(echoed)).isEqualTo(logged.path("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Basic abc"})
    void withoutABearerKeyEveryDoorIsClosed(String authorization) throws Exception {
        for (String path : List.of("/v1/models", "/v1/models/echo", "/v1/chat/completions")) {
            HttpRequest.Builder request = caller.to(path);
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            if (path.endsWith("completions")) {
                request.POST(HttpRequest.BodyPublishers.ofString("{}"));
            }
            HttpResponse<String> answer = caller.send(request.build());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(Caller.json(answer.body()).path("error").path("type").asText())
                    .isEqualTo("invalid_request_error");
        }
    }

    @Test
    void theModelsAreListed() throws Exception {
        HttpResponse<String> answer =
                caller.send(caller.to("/v1/models").header("Authorization", "Bearer x").build());
        assertThat(Caller.json(answer.body()).path("data"))
                .extracting(model -> model.path("id").asText())
                .containsExactly("scripted-bookshop", "synthetic", "echo");
        HttpResponse<String> one =
                caller.send(
                        caller.to("/v1/models/echo").header("Authorization", "Bearer x").build());
        assertThat(Caller.json(one.body()).path("id").asText()).isEqualTo("echo");
    }

    @Test
    void whereTheScriptHasNoRuleTheErrorSaysWhere() throws Exception {
        HttpResponse<String> answer = caller.ask("scripted-bookshop", true, "write a poem");
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode error = Caller.json(answer.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo("no_script_rule");
        assertThat(error.path("message").asText()).contains("agent (unknown)", "step 0");
        assertThat(caller.lastRequest().path("outcome").asText()).isEqualTo("refused");
    }

    @Test
    void itIsHealthy() throws Exception {
        for (String path : List.of("/q/health/live", "/q/health/ready")) {
            HttpResponse<String> answer = caller.send(caller.to(path).build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Caller.json(answer.body()).path("status").asText()).isEqualTo("UP");
        }
    }
}
