package dev.monkeycoder.provider.openai.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.chat.Exchange.Progress;
import dev.monkeycoder.provider.chat.StreamEvent;
import dev.monkeycoder.provider.openai.Accumulator;
import dev.monkeycoder.provider.openai.ChunkDecoder;
import dev.monkeycoder.provider.openai.ErrorDecoder;
import dev.monkeycoder.provider.openai.SseDecoder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One request to a vendor, from its first byte to the end of its answer. All of it happens on the
/// Vert.x context that starts it; only [#cancel] and [#ended] may be called from elsewhere.
public final class ChatCall {
    private static final int LONGEST_BODY_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_ERROR_BYTES = 64 * 1024;

    /// RFC 9113, 7: the stream is no longer needed. On HTTP/1.1 the connection is closed.
    private static final long HTTP2_CANCEL = 8;

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final InstantSource clock;
    private final Supplier<Future<HttpClientRequest>> connect;
    private final ChatClient.Question question;
    private final CallLimits limits;
    private final Accumulator accumulator;
    private final Consumer<StreamEvent> listener;
    private final ChunkDecoder decoder;
    private final SseDecoder sse = new SseDecoder();
    private final Buffer body = Buffer.buffer();
    private final Context context;
    private final CompletableFuture<Exchange> ended = new CompletableFuture<>();
    private final Watch total;
    private final Watch quiet;
    private @Nullable HttpClientRequest request;
    private Progress progress = Progress.NOT_SENT;
    private boolean over;
    private long sentAt;
    private Optional<Duration> firstToken = Optional.empty();

    ChatCall(
            Vertx vertx,
            InstantSource clock,
            Supplier<Future<HttpClientRequest>> connect,
            ChatClient.Question question,
            CallLimits limits,
            Accumulator accumulator,
            Consumer<StreamEvent> listener) {
        this.vertx = vertx;
        this.clock = clock;
        this.connect = connect;
        this.question = question;
        this.limits = limits;
        this.accumulator = accumulator;
        this.listener = listener;
        this.decoder = new ChunkDecoder(question.vendor().vendor());
        this.context = vertx.getOrCreateContext();
        this.total =
                new Watch(
                        vertx,
                        () -> broken(Cause.DEADLINE, " did not end before the call's deadline"));
        this.quiet = new Watch(vertx, this::tooQuiet);
    }

    /// Sends the request. Called once.
    public CompletableFuture<Exchange> start() {
        context.runOnContext(_ -> open());
        return ended;
    }

    /// What the call came to; never fails.
    public CompletableFuture<Exchange> ended() {
        return ended;
    }

    /// Ends the call now: the request is reset. May be called at any time, from any thread.
    public void cancel() {
        context.runOnContext(_ ->
                broken(Cause.CANCELLED, " was asked for nothing more: the call was cancelled"));
    }

    private void open() {
        if (ended.isDone()) {
            return;
        }
        total.expectWithin(limits.total());
        connect.get()
                .onSuccess(this::send)
                .onFailure(_ -> broken(Cause.UNREACHABLE, " can't be reached"));
    }

    private void send(HttpClientRequest opened) {
        request = opened;
        if (ended.isDone()) {
            opened.reset(HTTP2_CANCEL);
            return;
        }
        progress = Progress.SENT;
        sentAt = System.nanoTime();
        quiet.expectWithin(limits.firstToken());
        opened.send(question.body())
                .onSuccess(this::answered)
                .onFailure(_ -> broken(Cause.RESET, " broke the connection before it answered"));
    }

    private void answered(HttpClientResponse response) {
        response.exceptionHandler(
                _ -> broken(Cause.RESET, " broke the connection amid its answer"));
        var status = response.statusCode();
        if (status != 200) {
            progress = Progress.REFUSED;
            response.handler(chunk -> collect(chunk, LONGEST_ERROR_BYTES, () -> refused(response)));
            atEnd(response, () -> refused(response));
            return;
        }
        progress = Progress.STREAMING;
        var type = Optional.ofNullable(response.getHeader("content-type")).orElse("");
        if (type.startsWith("application/json")) {
            response.handler(chunk -> collect(chunk, LONGEST_BODY_BYTES, this::tooLong));
            atEnd(response, this::whole);
        } else {
            response.handler(this::chunk);
            atEnd(response, () -> finish(accumulator.ending(), false));
        }
    }

    private void atEnd(HttpClientResponse response, Runnable action) {
        response.endHandler(_ -> {
            over = true;
            action.run();
        });
    }

    private void chunk(Buffer chunk) {
        if (ended.isDone()) {
            return;
        }
        try {
            for (var event : sse.feed(chunk.getBytes())) {
                take(decoder.decode(event));
            }
        } catch (IllegalArgumentException e) {
            broken(Cause.MALFORMED, " sent a line without end");
            return;
        }
        if (firstToken.isPresent()) {
            quiet.expectWithin(limits.silence());
        }
        if (accumulator.ended()) {
            finish(accumulator.ending(), accumulator.ending() instanceof Ending.Broken);
        }
    }

    private void take(List<StreamEvent> events) {
        for (var event : events) {
            if (accumulator.ended()) {
                return;
            }
            accumulator.add(event);
            if (firstToken.isEmpty() && accumulator.units() > 0) {
                firstToken = Optional.of(Duration.ofNanos(System.nanoTime() - sentAt));
            }
            listener.accept(event);
        }
    }

    private void whole() {
        if (!ended.isDone()) {
            take(decoder.decodeWhole(body.toString(UTF_8)));
            finish(accumulator.ending(), false);
        }
    }

    private void refused(HttpClientResponse response) {
        var failure =
                ErrorDecoder.refused(
                        question.vendor().vendor(),
                        response.statusCode(),
                        name -> Optional.ofNullable(response.getHeader(name)),
                        body.toString(UTF_8),
                        clock.instant());
        finish(new Ending.Broken(failure), body.length() >= LONGEST_ERROR_BYTES);
    }

    private void collect(Buffer chunk, int most, Runnable tooMuch) {
        body.appendBuffer(chunk);
        if (body.length() >= most) {
            tooMuch.run();
        }
    }

    private void tooLong() {
        broken(Cause.MALFORMED, " sent an answer without end");
    }

    private void tooQuiet() {
        if (firstToken.isPresent()) {
            broken(Cause.STALLED, " fell silent amid its answer");
        } else {
            broken(Cause.FIRST_TOKEN_TIMEOUT, " sent no token in time");
        }
    }

    private void broken(Cause cause, String what) {
        var detail = question.vendor().vendor().wireName() + what;
        finish(new Ending.Broken(ChatFailure.of(cause, detail)), true);
    }

    /// @param reset whether the vendor shall stop; else its stream has ended or is about to
    private void finish(Ending ending, boolean reset) {
        if (ended.isDone()) {
            return;
        }
        total.stop();
        quiet.stop();
        // first: a reset calls the handlers of the response at once
        ended.complete(
                new Exchange(
                        ending,
                        progress,
                        accumulator.id(),
                        accumulator.model(),
                        accumulator.usage(),
                        accumulator.units(),
                        firstToken));
        if (reset) {
            resetUnlessOver();
        } else if (!over) {
            // who says [DONE] and does not end its stream would keep a connection busy for ever
            vertx.setTimer(GOODBYE.toMillis(), _ -> resetUnlessOver());
        }
    }

    private void resetUnlessOver() {
        if (request != null && !over) {
            request.reset(HTTP2_CANCEL);
        }
    }
}
