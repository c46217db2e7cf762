package dev.monkeycoder.gateway.mesh;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// context-service: counts what is uploaded, and has one workspace and one session.
public final class FakeContext extends Neighbour {
    public static final String WORKSPACE = "0198a000-0000-7000-8000-00000000000a";

    private final AtomicLong received = new AtomicLong();
    private final AtomicReference<CountDownLatch> firstPiece =
            new AtomicReference<>(new CountDownLatch(1));

    FakeContext(Vertx vertx) {
        super(vertx, "monkey.context.url");
    }

    /// Opens with the first byte of the next upload.
    public CountDownLatch nextUpload() {
        var latch = new CountDownLatch(1);
        firstPiece.set(latch);
        received.set(0);
        return latch;
    }

    @Override
    void handle(HttpServerRequest request, Heard as) {
        var response = request.response();
        switch (request.method() + " " + request.path()) {
            case "POST /internal/workspaces" -> upload(request);
            case "GET /internal/workspaces/" + WORKSPACE ->
                    json(response, 200, new JsonObject().put("id", WORKSPACE).put("version", 2));
            case "GET /internal/workspaces/" + WORKSPACE + "/diff" ->
                    response.putHeader("Content-Type", "text/x-diff")
                            .end("--- diff " + request.query() + "\n");
            case "GET /internal/workspaces/" + WORKSPACE + "/archive" -> {
                response.setChunked(true).putHeader("Content-Type", "application/x-tar");
                for (var i = 0; i < 64; i++) {
                    response.write(Buffer.buffer(new byte[32 * 1024]));
                }
                response.end(Optional.ofNullable(request.query()).orElse("newest"));
            }
            case "GET /internal/sessions/" + WORKSPACE + "/turns" ->
                    json(response, 200, new JsonObject().put("turns", new JsonArray()));
            default -> problem(response, 404, "The workspace does not exist.");
        }
    }

    private void upload(HttpServerRequest request) {
        var type = request.getHeader("Content-Type");
        request.handler(piece -> {
            received.addAndGet(piece.length());
            firstPiece.get().countDown();
        });
        request.endHandler(_ ->
                json(
                        request.response(),
                        201,
                        new JsonObject()
                                .put("id", WORKSPACE)
                                .put("version", 1)
                                .put("bytes", received.get())
                                .put("type", type)));
    }
}
