package dev.monkeycoder.gateway.upstream.client;

import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks the parts behind the gateway. Every call has a time limit and carries the trace; a part
/// that is gone, or has a fault, ends the request with a problem that names it. Nothing of such an
/// answer is passed on.
@ApplicationScoped
public class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HttpClient client;
    private final GatewayConfig config;

    Upstream(Vertx vertx, GatewayConfig config) {
        this.config = config;
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(
                                        (int) config.upstream().connectTimeout().toMillis())
                                .setTcpNoDelay(true)
                                .setDecompressionSupported(false),
                        new PoolOptions().setHttp1MaxSize(config.upstream().connections()));
    }

    @PreDestroy
    void stop() {
        client.close();
    }

    /// A whole answer, whatever its status below 500.
    public Uni<Answer> ask(Request request) {
        return once(request)
                .onFailure(
                        failure -> request.isRepeatable() && failure instanceof HttpClosedException)
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(config.upstream().timeout())
                .failWith(() -> gone(request.part(), "no answer in time"))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> gone(request.part(), failure));
    }

    /// An answer that is good; any other ends the request with the problem that it names.
    public Uni<Answer> good(Request request) {
        return ask(request).invoke(answer -> Refusals.check(request.part(), answer));
    }

    private Uni<Answer> once(Request request) {
        return uni(() ->
                open(request.part(), request.method(), request.path(), request.bearer())
                        .compose(opened -> send(opened, request.body()))
                        .compose(response -> whole(request.part(), response)));
    }

    private static Future<HttpClientResponse> send(
            HttpClientRequest opened, Optional<Request.Body> body) {
        if (body.isEmpty()) {
            return opened.send();
        }
        opened.putHeader("Content-Type", body.get().contentType());
        return opened.send(body.get().bytes());
    }

    /// Opens a request whose bodies the caller streams. It fails when nothing moves for long.
    public Future<HttpClientRequest> open(
            Part part, HttpMethod method, String path, Optional<String> bearer) {
        var base = url(part);
        var options =
                new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(base + path)
                        .setIdleTimeout(config.upstream().silence().toMillis());
        bearer.ifPresent(token -> options.putHeader("Authorization", "Bearer " + token));
        return client.request(options);
    }

    /// Reads the rest of an answer. Fails with the part's problem when it has a fault.
    public Future<Answer> whole(Part part, HttpClientResponse response) {
        return response.body().map(body -> answer(part, response, body));
    }

    private static Answer answer(Part part, HttpClientResponse response, Buffer body) {
        var status = response.statusCode();
        if (status == 503 || status == 429) {
            throw ProblemException.unavailable(part.partName(), retryAfter(response));
        }
        if (status >= 500) {
            LOG.warnf("a part has a fault part=%s status=%d", part.partName(), status);
            throw ProblemException.of(
                    Problem.Type.BAD_UPSTREAM,
                    "The " + part.partName() + " has a fault; the trace id leads to it.");
        }
        return new Answer(status, Optional.ofNullable(response.getHeader("Content-Type")), body);
    }

    private static Duration retryAfter(HttpClientResponse response) {
        var header = Optional.ofNullable(response.getHeader("Retry-After"));
        return header.filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(RETRY_AFTER);
    }

    private URI url(Part part) {
        return switch (part) {
            case AUTH -> config.authUrl();
            case ORCHESTRATOR -> config.orchestratorUrl();
            case CONTEXT -> config.contextUrl();
        };
    }

    /// The problem that ends a request whose part can't be reached.
    public static ProblemException gone(Part part, Throwable failure) {
        return gone(part, failure.getClass().getSimpleName());
    }

    private static ProblemException gone(Part part, String cause) {
        LOG.warnf("a part is gone part=%s error=%s", part.partName(), cause);
        return ProblemException.unavailable(part.partName(), RETRY_AFTER);
    }

    /// A future as a `Uni` that starts when it is subscribed to.
    public static <T> Uni<T> uni(java.util.function.Supplier<Future<T>> future) {
        return Uni.createFrom()
                .emitter(emitter ->
                        future.get().onSuccess(emitter::complete).onFailure(emitter::fail));
    }
}
