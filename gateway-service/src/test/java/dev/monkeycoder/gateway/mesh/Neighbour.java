package dev.monkeycoder.gateway.mesh;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// A service beside the gateway, as docs/internal-http.md has it: a real HTTP server that keeps
/// what it is told in memory, and that a test can stop, start and make fail.
abstract class Neighbour {
    private final Vertx vertx;
    private final int port;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger fault = new AtomicInteger();
    private @Nullable HttpServer server;

    Neighbour(Vertx vertx, String url) {
        this.vertx = vertx;
        port = URI.create(ConfigProvider.getConfig().getValue(url, String.class)).getPort();
    }

    abstract void handle(HttpServerRequest request, Heard as);

    public final void start() {
        fault.set(0);
        if (server == null) {
            server = vertx.createHttpServer().requestHandler(this::take);
            await(server.listen(port, "127.0.0.1"));
        }
    }

    public final void stop() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    /// Answers everything with this status from now on.
    public final void fail(int status) {
        fault.set(status);
    }

    public final List<Heard> heard() {
        return List.copyOf(heard);
    }

    private void take(HttpServerRequest request) {
        var as = Heard.of(request);
        heard.add(as);
        if (fault.get() > 0) {
            problem(request.response(), fault.get(), "SECRET stack trace of " + port);
        } else if ("/q/health/live".equals(request.path())) {
            request.response().end();
        } else {
            handle(request, as);
        }
    }

    static void json(HttpServerResponse response, int status, JsonObject body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    static void problem(HttpServerResponse response, int status, String detail) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(
                        new JsonObject()
                                .put("type", "/problems/x")
                                .put("status", status)
                                .put("detail", detail)
                                .encode());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("neighbour: can't start or stop", e);
        }
    }
}
