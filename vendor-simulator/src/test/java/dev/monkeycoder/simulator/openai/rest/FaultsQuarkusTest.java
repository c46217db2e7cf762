package dev.monkeycoder.simulator.openai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(60)
class FaultsQuarkusTest {
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

    private HttpResponse<String> order(String json) throws Exception {
        return caller.send(
                caller.to("/control/faults")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"429, 429", "500, 500", "529, 529", "refuse, 401"})
    void anOrderedRefusalComesOnceAndThenTheAnswer(String fault, int status) throws Exception {
        assertThat(order("{\"fault\":\"" + fault + "\",\"retry_after_seconds\":1}").statusCode())
                .isEqualTo(201);
        HttpResponse<String> refused = caller.ask("synthetic", true, "hi");
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(Caller.json(refused.body()).path("error").path("message").asText()).isNotBlank();
        if (status == 429) {
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
        }
        JsonNode logged = caller.lastRequest();
        assertThat(logged.path("fault").asText()).isEqualTo(fault);
        assertThat(logged.path("status").asInt()).isEqualTo(status);
        assertThat(logged.path("outcome").asText()).isEqualTo("refused");
        assertThat(caller.ask("synthetic", true, "hi").statusCode()).isEqualTo(200);
    }

    @Test
    void aCutReallyClosesTheConnection() throws Exception {
        order("{\"fault\":\"cut\",\"after_chunks\":4,\"model\":\"synthetic\"}");
        String wire = caller.untilClosed("synthetic", "[[sim tokens=50]]");
        assertThat(wire)
                .startsWith("HTTP/1.1 200 OK")
                .doesNotContain("[DONE]")
                .doesNotEndWith("0\r\n\r\n");
        assertThat(wire.lines().filter(line -> line.startsWith("data: {"))).hasSize(4);
        JsonNode logged = caller.lastRequest();
        assertThat(logged.path("outcome").asText()).isEqualTo("cut");
        assertThat(logged.path("tokens_sent").asInt()).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsNotStreamedIsCutToo() throws Exception {
        order("{\"fault\":\"cut\"}");
        assertThatThrownBy(() -> caller.ask("synthetic", false, "hi"))
                .isInstanceOf(IOException.class);
        assertThat(caller.lastRequest().path("outcome").asText()).isEqualTo("cut");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aStallIsSilentUntilTheClientGivesUp(int chunks) throws Exception {
        order("{\"fault\":\"stall\",\"after_chunks\":" + chunks + "}");
        HttpResponse<InputStream> answer = caller.open("synthetic", "[[sim tokens=50]]");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (BufferedReader reader = reader(answer)) {
            for (int i = 0; i < chunks; i++) {
                assertThat(event(reader)).startsWith("data: {");
            }
            JsonNode logged = caller.lastRequest();
            assertThat(logged.path("outcome").asText()).isEqualTo("open");
            assertThat(logged.path("fault").asText()).isEqualTo("stall");
        }
        JsonNode logged =
                caller.lastRequest(entry -> !entry.path("outcome").asText().equals("open"));
        assertThat(logged.path("outcome").asText()).isEqualTo("cancelled-by-client");
        assertThat(logged.path("tokens_sent").asInt()).isEqualTo(Math.max(0, chunks - 1));
    }

    @Test
    void aClientThatLeavesInMidStreamIsSeen() throws Exception {
        HttpResponse<InputStream> answer =
                caller.open("synthetic", "[[sim tokens=100000 tps=100]]");
        try (BufferedReader reader = reader(answer)) {
            event(reader);
            event(reader);
        }
        JsonNode logged =
                caller.lastRequest(entry -> !entry.path("outcome").asText().equals("open"));
        assertThat(logged.path("outcome").asText()).isEqualTo("cancelled-by-client");
        assertThat(logged.path("tokens_sent").asInt()).isBetween(1, 99_999);
        assertThat(logged.has("ended_at")).isTrue();
        assertThat(logged.has("fault")).isFalse();
    }

    @Test
    void aMalformedChunkStandsInTheMiddleOfAWholeStream() throws Exception {
        order("{\"fault\":\"malformed\",\"after_chunks\":2}");
        List<String> events =
                caller.ask("synthetic", true, "[[sim tokens=5]]")
                        .body()
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .toList();
        assertThat(events).hasSize(8).last().isEqualTo("data: [DONE]");
        assertThat(events.get(2)).doesNotEndWith("}");
    }

    @Test
    void anErrorInsideAStreamThatBeganWell() throws Exception {
        order("{\"fault\":\"error_event\",\"after_chunks\":2}");
        HttpResponse<String> answer = caller.ask("synthetic", true, "hi");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"server_error\"").doesNotContain("[DONE]");
    }

    @Test
    void anEmptyAnswer() throws Exception {
        order("{\"fault\":\"empty\"}");
        HttpResponse<String> answer = caller.ask("synthetic", true, "hi");
        assertThat(answer.body())
                .contains("\"finish_reason\":\"stop\"")
                .endsWith("data: [DONE]\n\n");
        assertThat(caller.lastRequest().path("tokens_sent").asInt()).isZero();
    }

    @Test
    void ordersCanBeSeenAndForgotten() throws Exception {
        HttpResponse<String> ordered =
                order(
                        "{\"fault\":\"429\",\"model\":\"echo\",\"times\":2,\"retry_after_seconds\":3}");
        JsonNode order =
                Caller.json(
                        "{\"model\":\"echo\",\"fault\":\"429\",\"after_chunks\":3,\"retry_after_seconds\":3,\"times\":2}");
        assertThat(Caller.json(ordered.body())).isEqualTo(order);
        assertThat(caller.ask("synthetic", false, "hi").statusCode()).isEqualTo(200);
        JsonNode open = Caller.json(caller.send(caller.to("/control/faults").build()).body());
        assertThat(open.path("faults").path(0)).isEqualTo(order);
        assertThat(caller.send(caller.to("/control/faults").DELETE().build()).statusCode())
                .isEqualTo(204);
        assertThat(caller.ask("echo", false, "hi").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"fault":"fire"}                             | fault: fire
                    {}                                           | fault: absent
                    {"fault":"cut","after":1}                    | unknown field: after
                    {"fault":"cut","times":0}                    | times: 0
                    {"fault":"cut","after_chunks":-1}            | after_chunks: -1
                    {"fault":"429","retry_after_seconds":-1}     | retry_after_seconds: -1
                    {"fault":                                    | end-of-input
                    null                                         | not a JSON object
                    """)
    void aSenselessOrderIsAProblemThatNamesTheField(String body, String detail) throws Exception {
        HttpResponse<String> answer = order(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(Caller.json(answer.body()).path("detail").asText()).contains(detail);
    }

    @Test
    void theLogCanBeFilteredAndForgotten() throws Exception {
        caller.ask("echo", false, "one");
        long first = caller.lastRequest().path("id").asLong();
        caller.ask("synthetic", false, "two");
        caller.ask("echo", false, "three");
        String path = "/control/requests?model=echo&after=" + first;
        JsonNode requests =
                Caller.json(caller.send(caller.to(path).build()).body()).path("requests");
        assertThat(requests).hasSize(1);
        assertThat(requests.path(0).path("body").path("messages").path(0).path("content").asText())
                .isEqualTo("three");
        caller.send(caller.to("/control/requests").DELETE().build());
        assertThat(caller.lastRequest().isMissingNode()).isTrue();
    }

    private static BufferedReader reader(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The next event; empty at the end.
    private static String event(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isEmpty()) {
            line = reader.readLine();
        }
        return line == null ? "" : line;
    }
}
