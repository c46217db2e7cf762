package dev.monkeycoder.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A vendor that behaves as the last user message tells it: `cut,ok|<key>` cuts the first request
/// of that key off and answers the second. It keeps a log for each key, which tests read over HTTP.
public final class FakeVendor implements QuarkusTestResourceLifecycleManager {
    private static final String ADDRESS = "monkey.test.vendor";
    static final String KEY = "sk-very-secret";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, List<String>> log = new ConcurrentHashMap<>();

    private Map<String, String> more = Map.of("monkey.models.breaker.streams", "1000");

    /// Arguments are settings for the service; without any, its breakers never open.
    @Override
    public void init(Map<String, String> arguments) {
        more = arguments.isEmpty() ? more : arguments;
    }

    @Override
    public Map<String, String> start() {
        HttpServer server =
                vertx.createHttpServer()
                        .requestHandler(this::handle)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        var address = "http://127.0.0.1:" + server.actualPort();
        System.setProperty(ADDRESS, address);
        var config = new HashMap<String, String>();
        config.put("MONKEY_MODEL_URL", address + "/v1");
        config.put("MONKEY_SIMULATOR_URL", address + "/v1");
        config.put("OPENAI_BASE_URL", address + "/v1/");
        config.put("OPENAI_API_KEY", KEY);
        config.put("MONKEY_MODEL", "compatible/test-model");
        config.put("monkey.models.call.lease", "2s");
        config.put("monkey.models.timeouts.first-token", "3s");
        config.put("monkey.models.timeouts.silence", "2s");
        config.put("monkey.models.retry.first-pause", "20ms");
        config.putAll(more);
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// What happened to the requests of a key: a line for each, and `gone` when its client left
    /// early.
    static List<String> log(String key) {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(System.getProperty(ADDRESS) + "/log?" + key))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpServerRequest request) {
        if ("/log".equals(request.path())) {
            request.response().end(String.join("\n", log.getOrDefault(request.query(), List.of())));
            return;
        }
        request.body().onSuccess(body -> answer(request, new JsonObject(body.toString(UTF_8))));
    }

    private void answer(HttpServerRequest request, JsonObject body) {
        var messages = body.getJsonArray("messages");
        var told = messages.getJsonObject(messages.size() - 1).getString("content");
        var behaviours = List.of(told.substring(0, told.indexOf('|')).split(",", -1));
        var lines =
                log.computeIfAbsent(
                        told.substring(told.indexOf('|') + 1), _ -> new CopyOnWriteArrayList<>());
        var number = (int) lines.stream().filter(line -> !line.equals("gone")).count();
        var behaviour = behaviours.get(Math.min(number, behaviours.size() - 1));
        lines.add(
                behaviour
                        + " "
                        + body.getString("model")
                        + " trace="
                        + request.headers().contains("traceparent")
                        + " key="
                        + request.headers().contains("authorization"));
        var response = request.response();
        response.exceptionHandler(_ -> lines.add("gone"));
        behave(behaviour, request, response.putHeader("content-type", "text/event-stream"));
    }

    private void behave(String behaviour, HttpServerRequest request, HttpServerResponse response) {
        switch (behaviour) {
            case "429" -> response.setStatusCode(429).putHeader("retry-after", "1").end("{}");
            case "429-for-an-hour" ->
                    response.setStatusCode(429).putHeader("retry-after", "3600").end("{}");
            case "400", "401", "404", "500", "529" ->
                    response.setStatusCode(Integer.parseInt(behaviour))
                            .end(
                                    "{\"error\":{\"message\":\""
                                            + KEY
                                            + "\",\"code\":\"some_code\"}}");
            case "no-quota" ->
                    response.setStatusCode(429)
                            .end("{\"error\":{\"code\":\"insufficient_quota\"}}");
            case "never" -> {}
            case "reset" -> request.connection().close();
            default -> stream(behaviour, request, response.setChunked(true));
        }
    }

    private void stream(String behaviour, HttpServerRequest request, HttpServerResponse response) {
        chunk(response, "\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
        switch (behaviour) {
            case "silent" -> {}
            case "empty" -> end(response, "stop", true);
            case "overloaded" ->
                    response.end(
                            "event: error\ndata: {\"error\":{\"type\":\"overloaded_error\"}}\n\n");
            case "tool" -> {
                chunk(
                        response,
                        "\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t1\",\"function\":"
                                + "{\"name\":\"read_file\",\"arguments\":\"{}\"}}]}");
                end(response, "tool_calls", true);
            }
            default -> {
                chunk(response, "\"delta\":{\"content\":\"Hello \"}");
                vertx.setTimer(60, _ -> goOn(behaviour, request, response));
            }
        }
    }

    private void goOn(String behaviour, HttpServerRequest request, HttpServerResponse response) {
        switch (behaviour) {
            case "cut" -> request.connection().close();
            case "unfinished" -> response.end();
            case "malformed" -> response.end("data: {\"choices\":[{\n\n");
            case "stall" -> {}
            case "endless" ->
                    vertx.setPeriodic(50, _ -> chunk(response, "\"delta\":{\"content\":\"on \"}"));
            default -> {
                for (var piece : List.of("wor", "ld ", "😀")) {
                    chunk(response, "\"delta\":{\"content\":\"" + piece + "\"}");
                }
                end(
                        response,
                        behaviour.equals("long") ? "length" : "stop",
                        !behaviour.equals("uncounted"));
            }
        }
    }

    private static void end(HttpServerResponse response, String finish, boolean counted) {
        chunk(response, "\"delta\":{},\"finish_reason\":\"" + finish + "\"");
        if (counted) {
            write(
                    response,
                    "{\"id\":\"a1\",\"model\":\"answered-model\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,"
                        + "\"completion_tokens\":10,\"total_tokens\":110,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":40}}}");
        }
        write(response, "[DONE]");
        response.end();
    }

    private static void chunk(HttpServerResponse response, String choice) {
        write(
                response,
                "{\"id\":\"a1\",\"model\":\"answered-model\",\"choices\":[{\"index\":0,"
                        + choice
                        + "}]}");
    }

    private static void write(HttpServerResponse response, String text) {
        if (!response.closed()) {
            response.write("data: " + text + "\n\n");
        }
    }
}
