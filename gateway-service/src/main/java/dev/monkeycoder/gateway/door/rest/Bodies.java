package dev.monkeycoder.gateway.door.rest;

import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// Reads request bodies, and no more of them than is allowed.
public final class Bodies {
    private Bodies() {}

    /// The whole body. Fails with a problem when it has more than `most` bytes.
    public static Uni<Buffer> read(HttpServerRequest request, long most) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    if (declared(request) > most) {
                        emitter.fail(tooLarge(request.response(), most));
                        return;
                    }
                    var body = Buffer.buffer();
                    request.exceptionHandler(emitter::fail);
                    request.endHandler(_ -> emitter.complete(body));
                    request.handler(piece -> {
                        if (body.length() + piece.length() > most) {
                            request.handler(null);
                            emitter.fail(tooLarge(request.response(), most));
                        } else {
                            body.appendBuffer(piece);
                        }
                    });
                    begin(request);
                });
    }

    /// Lets a body come in: the client may wait to be asked for it.
    public static void begin(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /// The length that the client says; 0 when it says none.
    public static long declared(HttpServerRequest request) {
        var header = request.getHeader("Content-Length");
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }

    /// Ends a request whose body is not read to its end: the connection is of no more use.
    public static ProblemException tooLarge(HttpServerResponse response, long most) {
        response.putHeader("Connection", "close");
        return ProblemException.of(
                Problem.Type.TOO_LARGE,
                "The body may have at most "
                        + most
                        + " bytes here. Send a project as a workspace: POST /api/v1/workspaces.");
    }
}
