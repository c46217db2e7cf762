package dev.monkeycoder.gateway.workspace.rest;

import dev.monkeycoder.gateway.door.rest.Bodies;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Answer;
import dev.monkeycoder.gateway.upstream.client.Refusals;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Passes archives between a client and context-service, piece by piece: no more of one is in
/// memory than its sockets hold, and who reads slowly slows down who sends.
@ApplicationScoped
class Archives {
    private static final Logger LOG = Logger.getLogger(Archives.class);

    private final Upstream upstream;

    Archives(Upstream upstream) {
        this.upstream = upstream;
    }

    Uni<Answer> upload(HttpServerRequest request, String contentType, String bearer, long most) {
        if (Bodies.declared(request) > most) {
            throw Bodies.tooLarge(request.response(), most);
        }
        return Upstream.uni(() ->
                        upstream.open(
                                        Part.CONTEXT,
                                        HttpMethod.POST,
                                        "/internal/workspaces",
                                        Optional.of(bearer))
                                .compose(opened ->
                                        passed(
                                                request,
                                                opened.putHeader("Content-Type", contentType),
                                                most)))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> Upstream.gone(Part.CONTEXT, failure))
                .onFailure()
                .invoke(() -> request.response().putHeader("Connection", "close"))
                .invoke(answer -> {
                    if (!request.isEnded()) {
                        request.response().putHeader("Connection", "close");
                    }
                    Refusals.check(Part.CONTEXT, answer);
                });
    }

    private Future<Answer> passed(HttpServerRequest request, HttpClientRequest opened, long most) {
        var tooLarge = new Overflow();
        opened.setChunked(true).exceptionHandler(_ -> LOG.debug("archive was not passed on whole"));
        var answer =
                opened.response()
                        .compose(response -> upstream.whole(Part.CONTEXT, response))
                        .recover(failure ->
                                Future.failedFuture(
                                        tooLarge.is
                                                ? Bodies.tooLarge(request.response(), most)
                                                : failure));
        request.exceptionHandler(_ -> opened.reset());
        request.endHandler(_ -> opened.end());
        request.handler(piece -> {
            tooLarge.bytes += piece.length();
            if (tooLarge.bytes > most) {
                tooLarge.is = true;
                request.handler(null).endHandler(null);
                opened.reset();
                return;
            }
            opened.write(piece);
            if (opened.writeQueueFull()) {
                request.pause();
                opened.drainHandler(_ -> request.resume());
            }
        });
        Bodies.begin(request);
        return answer;
    }

    /// Counts a body that does not say its length.
    private static final class Overflow {
        private long bytes;
        private boolean is;
    }

    /// Answers with what context-service sends, once it is sure that it is good.
    Uni<Response> download(String path, String bearer, HttpServerResponse response) {
        return Upstream.uni(() ->
                        upstream.open(Part.CONTEXT, HttpMethod.GET, path, Optional.of(bearer))
                                .compose(HttpClientRequest::send)
                                .compose(answer -> passed(answer, response)))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> Upstream.gone(Part.CONTEXT, failure))
                .replaceWith(() -> Response.ok().build());
    }

    private Future<Void> passed(HttpClientResponse answer, HttpServerResponse response) {
        if (answer.statusCode() != 200) {
            return upstream.whole(Part.CONTEXT, answer)
                    .map(whole -> {
                        Refusals.check(Part.CONTEXT, whole);
                        throw Upstream.gone(Part.CONTEXT, new IllegalStateException("no archive"));
                    });
        }
        response.putHeader("Content-Type", "application/x-tar");
        var length = Optional.ofNullable(answer.getHeader("Content-Length"));
        length.ifPresentOrElse(
                bytes -> response.putHeader("Content-Length", bytes),
                () -> response.setChunked(true));
        return answer.pipeTo(response)
                .recover(failure -> {
                    LOG.warnf("archive was cut error=%s", failure.getClass().getSimpleName());
                    response.reset();
                    return Future.succeededFuture();
                });
    }
}
