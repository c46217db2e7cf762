package dev.monkeycoder.simulator.openai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/// A client of the simulator that is near to the wire: it sees a connection that is cut, and can
/// leave an answer.
public record Caller(HttpClient client, URI base) implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Caller of(int port) {
        return new Caller(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                URI.create("http://127.0.0.1:" + port));
    }

    public HttpResponse<String> ask(String model, boolean stream, String text)
            throws IOException, InterruptedException {
        return client.send(request(model, stream, text), BodyHandlers.ofString());
    }

    /// The answer while it comes. Who closes it leaves.
    public HttpResponse<InputStream> open(String model, String text)
            throws IOException, InterruptedException {
        return client.send(request(model, true, text), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String model, boolean stream, String text) {
        String body =
                JSON.createObjectNode()
                        .put("model", model)
                        .put("stream", stream)
                        .set(
                                "messages",
                                JSON.createArrayNode()
                                        .add(
                                                JSON.createObjectNode()
                                                        .put("role", "user")
                                                        .put("content", text)))
                        .toString();
        return to("/v1/chat/completions")
                .header("Authorization", "Bearer sk-test-12345678")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Idempotency-Key", "call-1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    /// The newest entry of the request log.
    public JsonNode lastRequest() throws IOException, InterruptedException {
        JsonNode requests = json(send(to("/control/requests").build()).body()).path("requests");
        return requests.path(requests.size() - 1);
    }

    /// The newest entry of the request log, as soon as it is as expected.
    public JsonNode lastRequest(Predicate<JsonNode> expected)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = lastRequest();
        while (!expected.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not as expected: " + last);
            }
            last = lastRequest();
        }
        return last;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
