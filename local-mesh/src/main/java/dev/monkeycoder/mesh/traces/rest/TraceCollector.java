package dev.monkeycoder.mesh.traces.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.monkeycoder.mesh.traces.OtlpSpans;
import dev.monkeycoder.mesh.traces.Span;
import dev.monkeycoder.mesh.traces.store.SpanStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// Takes spans as OTLP/HTTP with protobuf (`POST /v1/traces`, plain or gzip) and tells those of a
/// trace as JSON (`GET /traces/{trace id}`). Metrics and logs are accepted and forgotten.
public final class TraceCollector implements AutoCloseable {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final int LARGEST_BODY = 32 << 20;
    private static final byte[] NOTHING = {};

    private final HttpServer server;
    private final ExecutorService threads;
    private final SpanStore store;

    private TraceCollector(HttpServer server, ExecutorService threads, SpanStore store) {
        this.server = server;
        this.threads = threads;
        this.store = store;
    }

    /// Listens on the loopback address.
    ///
    /// @param port 0 for any that is free
    public static TraceCollector start(Path folder, int port) {
        try {
            SpanStore store =
                    SpanStore.open(folder, SpanStore.Bounds.USUAL, InstantSource.system());
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            TraceCollector collector = new TraceCollector(server, threads, store);
            server.setExecutor(threads);
            server.createContext("/v1/traces", collector::take);
            server.createContext("/v1/metrics", TraceCollector::forget);
            server.createContext("/v1/logs", TraceCollector::forget);
            server.createContext("/traces/", collector::tell);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException("traces: port " + port + " can't be used", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Those of a trace that are here, in the order they came.
    public List<Span> spans(String traceId) {
        return store.spans(traceId);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        store.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, "text/plain", NOTHING);
                return;
            }
            byte[] body = body(exchange);
            if (body.length > LARGEST_BODY) {
                answer(exchange, 413, "text/plain", NOTHING);
                return;
            }
            answer(exchange, kept(body) ? 200 : 400, "application/x-protobuf", NOTHING);
        }
    }

    private boolean kept(byte[] body) {
        try {
            store.add(OtlpSpans.read(body));
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static void forget(HttpExchange exchange) throws IOException {
        try (exchange) {
            body(exchange);
            answer(exchange, 200, "application/x-protobuf", NOTHING);
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        try (exchange) {
            String traceId = exchange.getRequestURI().getPath().substring("/traces/".length());
            byte[] json = MAPPER.writeValueAsBytes(Map.of("spans", spans(traceId)));
            answer(exchange, 200, "application/json", json);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        try (InputStream raw = exchange.getRequestBody();
                InputStream in = "gzip".equals(encoding) ? new GZIPInputStream(raw) : raw) {
            return in.readNBytes(LARGEST_BODY + 1);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
