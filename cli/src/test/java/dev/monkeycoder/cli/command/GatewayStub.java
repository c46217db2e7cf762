package dev.monkeycoder.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A small server that answers as docs/internal-http.md and the issue say a gateway does, with a
/// run that has happened. It is there to test the command line; what a real gateway does is proved
/// in system-tests.
final class GatewayStub implements AutoCloseable {
    static final String RUN = "01890a5d-ac96-774b-bcce-b302099a8057";
    static final String KEY = "mk_test_12345678";
    static final String DIFF =
            """
            diff --git a/src/Order.java b/src/Order.java
            --- a/src/Order.java
            +++ b/src/Order.java
            @@ -1 +1 @@
            -class Order {}
            +class Order { int discount; }
            """;

    /// A request that came.
    record Asked(String method, String path, Map<String, String> headers, String text) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private List<String> events;

    /// After how many events the next connection is cut; none when negative.
    private volatile int cut = -1;

    GatewayStub(List<String> events) throws IOException {
        this.events = List.copyOf(events);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        answers.put("GET /api/v1/runs/" + RUN + "/diff", DIFF);
        answers.put("POST /api/v1/runs", "{\"id\":\"" + RUN + "\",\"status\":\"accepted\"}");
        answers.put(
                "POST /api/v1/runs/" + RUN + "/cancel",
                "{\"id\":\"" + RUN + "\",\"status\":\"cancelling\"}");
        answers.put(
                "POST /api/v1/workspaces",
                "{\"id\":\"w1\",\"version\":1,\"files\":1,\"bytes\":15,\"skipped\":[{\"path\":\"big.bin\",\"reason\":\"too"
                    + " large\"}]}");
        answers.put("GET /api/v1/runs/" + RUN, view());
        answers.put("GET /api/v1/runs", "{\"runs\":[" + view() + "]}");
        answers.put(
                "GET /api/v1/runs/" + RUN + "/timeline",
                "{\"entries\":[{\"at\":\"2026-11-22T10:00:00Z\",\"version\":1,\"kind\":\"run.started\",\"title\":\"run"
                    + " started\"}]}");
        answers.put(
                "GET /api/v1/auth/keys",
                "{\"keys\":[{\"id\":\"k1\",\"name\":\"ci\",\"scopes\":[\"runs:*\"],\"created_at\":\"2026-11-22T10:00:00Z\"}]}");
        answers.put(
                "POST /api/v1/auth/keys",
                "{\"id\":\"k2\",\"name\":\"new\",\"scopes\":[\"runs:read\"],\"key\":\"mk_fresh\"}");
        answers.put("DELETE /api/v1/auth/keys/k1", "");
        answers.put(
                "GET /traces/0af7651916cd43dd8448eb211c80319c",
                "{\"spans\":[{\"span_id\":\"a\",\"name\":\"POST"
                    + " /api/v1/runs\",\"service\":\"gateway\",\"start_unix_nano\":0,\"end_unix_nano\":1000000}]}");
    }

    private static String view() {
        return """
        {"id":"%s","status":"finished","prompt":"add a discount","pattern":"handoff","agents":["developer"],
         "created_at":"2026-11-22T10:00:00Z","ended_at":"2026-11-22T10:00:04Z","usage":{"input":10,"output":2,"cached_input":0,"cache_write":0,"reasoning":0},
         "cost_micros":130,"steps":1,"trace_id":"0af7651916cd43dd8448eb211c80319c","version":4,
         "by_agent":[{"agent":"developer","turns":1,"input_tokens":10,"output_tokens":2,"cost_micros":130}]}\
        """
                .formatted(RUN);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void cutAfter(int count) {
        cut = count;
    }

    void play(List<String> others) {
        events = List.copyOf(others);
    }

    List<Asked> asked(String method, String path) {
        return asked.stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var headers = new ConcurrentHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            path,
                            headers,
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (path.startsWith("/api")
                    && !("Bearer " + KEY).equals(headers.get("authorization"))) {
                send(
                        exchange,
                        401,
                        "{\"title\":\"No valid credential\",\"status\":401,\"detail\":\"The key is"
                                + " not known\",\"trace\":\"t1\"}");
            } else if (path.equals("/api/v1/runs/" + RUN + "/events")) {
                stream(exchange, Optional.ofNullable(headers.get("last-event-id")));
            } else {
                var body = answers.get(exchange.getRequestMethod() + " " + path);
                send(
                        exchange,
                        body == null ? 404 : 200,
                        body == null ? "{\"title\":\"Not found\",\"status\":404}" : body);
            }
        }
    }

    private void stream(HttpExchange exchange, Optional<String> after) throws IOException {
        if (after.equals(Optional.of(Integer.toString(events.size())))) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var from = after.map(Integer::parseInt).orElse(0);
        var limit = cut;
        cut = -1;
        var out = exchange.getResponseBody();
        out.write(": hello\n\n".getBytes(UTF_8));
        for (var at = from; at < events.size() && (limit < 0 || at < from + limit); at++) {
            out.write(
                    ("id: " + (at + 1) + "\nevent: x\ndata: " + events.get(at) + "\n\n")
                            .getBytes(UTF_8));
            out.flush();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// A run of one developer: it starts, speaks, and finishes.
    static List<String> story(String vendor, String ending) {
        var events = new ArrayList<String>();
        events.add(
                "{\"type\":\"run.started\",\"run\":\""
                        + RUN
                        + "\",\"version\":1,\"at\":\"2026-11-22T10:00:00Z\",\"pattern\":\"handoff\",\"agents\":[\"developer\"],\"trace\":\"0af7651916cd43dd8448eb211c80319c\"}");
        events.add(
                "{\"type\":\"turn.started\",\"run\":\""
                        + RUN
                        + "\",\"version\":2,\"at\":\"2026-11-22T10:00:01Z\",\"turn\":1,\"agent\":\"developer\"}");
        events.add(
                "{\"type\":\"text.delta\",\"run\":\""
                        + RUN
                        + "\",\"turn\":1,\"call\":\""
                        + RUN
                        + "/2\",\"attempt\":1,\"offset\":0,\"text\":\"I add \"}");
        events.add(
                "{\"type\":\"text.delta\",\"run\":\""
                        + RUN
                        + "\",\"turn\":1,\"call\":\""
                        + RUN
                        + "/2\",\"attempt\":1,\"offset\":6,\"text\":\"a field.\"}");
        events.add(
                "{\"type\":\"message.completed\",\"run\":\""
                        + RUN
                        + "\",\"version\":3,\"at\":\"2026-11-22T10:00:02Z\",\"turn\":1,\"agent\":\"developer\",\"call\":\""
                        + RUN
                        + "/2\",\"attempt\":1,\"text\":\"I add a"
                        + " field.\",\"tool_uses\":[],\"vendor\":\""
                        + vendor
                        + "\",\"model\":\"m\",\"usage\":{\"input\":10,\"output\":2,\"cached_input\":0,\"cache_write\":0,\"reasoning\":0},\"cost\":130}");
        events.add(ending);
        return List.copyOf(events);
    }

    static String finished() {
        return "{\"type\":\"run.finished\",\"run\":\""
                + RUN
                + "\",\"version\":4,\"at\":\"2026-11-22T10:00:04Z\",\"answer\":\"done\",\"workspace_version\":2,\"usage\":{\"input\":10,\"output\":2,\"cached_input\":0,\"cache_write\":0,\"reasoning\":0},\"cost\":130}";
    }

    static String failed() {
        return "{\"type\":\"run.failed\",\"run\":\""
                + RUN
                + "\",\"version\":4,\"at\":\"2026-11-22T10:00:04Z\",\"failure\":{\"kind\":\"unavailable\",\"detail\":\"openai"
                + " is down\"},\"usage\":{\"input\":0,\"output\":0,\"cached_input\":0,\"cache_write\":0,\"reasoning\":0},\"cost\":0}";
    }
}
