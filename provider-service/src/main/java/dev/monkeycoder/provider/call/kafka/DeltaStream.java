package dev.monkeycoder.provider.call.kafka;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.kafka.EventPublisher;
import dev.monkeycoder.provider.call.DeltaBuffer;
import dev.monkeycoder.provider.call.DeltaBuffer.Delta;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/// Sends the text of one attempt to the client topic while it comes in: the first piece at once,
/// later ones together with what comes within a few milliseconds. Text is added on the context that
/// made it.
///
/// When the broker does not take a piece, no later one is sent: a client sees a beginning, never a
/// gap, and has the whole from the completed message.
public final class DeltaStream {
    private static final Logger LOG = Logger.getLogger(DeltaStream.class);

    private final Vertx vertx;
    private final EventPublisher publisher;
    private final ModelRequested request;
    private final int attempt;
    private final Origin origin;
    private final Duration coalesce;
    private final DeltaBuffer buffer = new DeltaBuffer();
    private final List<CompletableFuture<Void>> unacknowledged = new ArrayList<>();
    private volatile boolean muted;
    private volatile boolean streamed;
    private final Executor onContext;
    private boolean flushing;

    public DeltaStream(
            Vertx vertx,
            EventPublisher publisher,
            ModelRequested request,
            int attempt,
            Origin origin,
            Duration coalesce) {
        this.vertx = vertx;
        this.publisher = publisher;
        this.request = request;
        this.attempt = attempt;
        this.origin = origin;
        this.coalesce = coalesce;
        var context = vertx.getOrCreateContext();
        this.onContext = action -> context.runOnContext(_ -> action.run());
    }

    /// Tells clients to drop what earlier attempts sent; text follows only when they were told.
    public Uni<Void> restart() {
        var call = request.call();
        var restarted = new ClientEvent.TurnRestarted(call.run(), request.turn(), call, attempt);
        return publisher
                .send(restarted, origin)
                .onFailure()
                .invoke(this::mute)
                .onFailure()
                .recoverWithNull();
    }

    public void add(String text) {
        buffer.add(text);
        if (muted || flushing) {
            return;
        }
        if (buffer.untouched()) {
            buffer.take().ifPresent(this::send);
            return;
        }
        flushing = true;
        vertx.setTimer(
                Math.max(1, coalesce.toMillis()),
                _ -> {
                    flushing = false;
                    buffer.take().ifPresent(this::send);
                });
    }

    /// Sends what is left; completes when the broker has acknowledged, or refused, all of it.
    public Uni<Void> delivered() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(onContext)
                .invoke(() -> buffer.rest().ifPresent(this::send))
                .chain(() -> Uni.createFrom().completionStage(acknowledged()));
    }

    private CompletableFuture<Void> acknowledged() {
        return CompletableFuture.allOf(unacknowledged.toArray(CompletableFuture[]::new));
    }

    /// Nothing more is sent: somebody else has the call.
    public void close() {
        muted = true;
    }

    /// Whether clients may have seen text.
    public boolean streamed() {
        return streamed;
    }

    private void send(Delta delta) {
        if (muted) {
            return;
        }
        streamed = true;
        unacknowledged.removeIf(CompletableFuture::isDone);
        var call = request.call();
        var event =
                new ClientEvent.TextDelta(
                        call.run(), request.turn(), call, attempt, delta.offset(), delta.text());
        unacknowledged.add(
                publisher
                        .send(event, origin)
                        .onFailure()
                        .invoke(this::mute)
                        .onFailure()
                        .recoverWithNull()
                        .subscribeAsCompletionStage());
    }

    private void mute(Throwable failure) {
        muted = true;
        LOG.warnf(
                "text is no longer streamed run=%s turn=%d error=%s",
                request.call().run(), request.turn(), failure);
    }
}
