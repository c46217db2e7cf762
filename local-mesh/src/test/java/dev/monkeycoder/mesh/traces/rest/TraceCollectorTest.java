package dev.monkeycoder.mesh.traces.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.mesh.traces.OtlpSpansTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over HTTP, as the services' exporters and the CLI use it.
class TraceCollectorTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final TraceCollector collector;

    TraceCollectorTest(@TempDir Path folder) {
        collector = TraceCollector.start(folder, 0);
    }

    @AfterEach
    void stop() {
        collector.close();
        client.close();
    }

    @Test
    void whatWasExportedIsToldAsJson() throws Exception {
        byte[] plain = OtlpSpansTest.request("00f067aa0ba902b7").toByteArray();
        byte[] packed = gzip(OtlpSpansTest.request("00f067aa0ba902b8").toByteArray());
        assertThat(post("/v1/traces", plain, "identity")).isEqualTo(200);
        assertThat(post("/v1/traces", packed, "gzip")).isEqualTo(200);
        HttpResponse<String> told = get("/traces/" + OtlpSpansTest.TRACE);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body())
                .startsWith("{\"spans\":[{")
                .contains("\"trace_id\":\"" + OtlpSpansTest.TRACE + "\"")
                .contains("\"span_id\":\"00f067aa0ba902b7\"")
                .contains("\"span_id\":\"00f067aa0ba902b8\"")
                .contains("\"start_unix_nano\":5")
                .contains("\"parent_span_id\":\"\"")
                .contains("\"gen_ai.request.model\":\"gpt\"");
        assertThat(collector.spans(OtlpSpansTest.TRACE)).hasSize(2);
    }

    @Test
    void anUnknownTraceHasNoSpans() throws Exception {
        assertThat(get("/traces/00").body()).isEqualTo("{\"spans\":[]}");
    }

    @Test
    void metricsAndLogsAreTakenAndForgotten() throws Exception {
        assertThat(post("/v1/metrics", new byte[] {1}, "identity")).isEqualTo(200);
        assertThat(post("/v1/logs", new byte[] {1}, "identity")).isEqualTo(200);
    }

    @Test
    void whatIsNoExportIsRefusedAndTheCollectorGoesOn() throws Exception {
        assertThat(post("/v1/traces", new byte[] {1, 2, 3}, "identity")).isEqualTo(400);
        assertThat(get("/v1/traces").statusCode()).isEqualTo(405);
        byte[] good = OtlpSpansTest.request("00f067aa0ba902b7").toByteArray();
        assertThat(post("/v1/traces", good, "identity")).isEqualTo(200);
    }

    private int post(String path, byte[] body, String encoding)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-protobuf")
                        .header("Content-Encoding", encoding)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + collector.port() + path);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
