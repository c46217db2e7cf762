package dev.monkeycoder.kit.trace;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/// Runs work on a Vert.x context of its own, within a trace: what runs side by side shares neither
/// sessions nor spans.
@ApplicationScoped
public class OwnContext {
    private final Vertx vertx;

    OwnContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /// Spans of `work` become children of `traceparent`. Cancelling the result cancels the work.
    public <T> Uni<T> run(Optional<String> traceparent, Supplier<Uni<T>> work) {
        return run(TraceParent.context(traceparent), work);
    }

    /// Spans of `work` become children of the span in `trace`. Cancelling the result cancels the
    /// work.
    public <T> Uni<T> run(Context trace, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    create(trace)
                            .runOnContext(_ -> {
                                var subscription =
                                        Uni.createFrom()
                                                .deferred(work::get)
                                                .subscribe()
                                                .with(emitter::complete, emitter::fail);
                                emitter.onTermination(subscription::cancel);
                            });
                });
    }

    /// A context that nothing else runs on, within `trace`.
    public io.vertx.core.Context create(Context trace) {
        var own =
                requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(own, true);
        QuarkusContextStorage.INSTANCE.attach(own, trace);
        return own;
    }
}
