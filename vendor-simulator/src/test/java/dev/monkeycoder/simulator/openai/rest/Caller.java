package dev.monkeycoder.simulator.openai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

    /// All that comes over the wire until the server closes the connection, which the request asks
    /// it to keep.
    public String untilClosed(String model, String text) throws IOException {
        String body = body(model, true, text);
        String request =
                """
                POST /v1/chat/completions HTTP/1.1
                Host: localhost
                Authorization: Bearer x
                Connection: keep-alive
                Content-Type: application/json
                Content-Length: %d

                %s\
                """
                        .replace("\n", "\r\n")
                        .formatted(body.getBytes(StandardCharsets.UTF_8).length, body);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String model, boolean stream, String text) {
        return JSON.createObjectNode()
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
    }

    private HttpRequest request(String model, boolean stream, String text) {
        return to("/v1/chat/completions")
                .header("Authorization", "Bearer sk-test-12345678")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Idempotency-Key", "call-1")
                .POST(HttpRequest.BodyPublishers.ofString(body(model, stream, text)))
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
