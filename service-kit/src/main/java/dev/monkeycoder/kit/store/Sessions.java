package dev.monkeycoder.kit.store;

import dev.monkeycoder.kit.trace.OwnContext;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Opens each session on a Vert.x context of its own: it never leaks into what runs beside it, and
/// goes on to its commit when the caller is no longer interested.
@ApplicationScoped
class Sessions {
    private final Mutiny.SessionFactory sessions;
    private final OwnContext contexts;

    Sessions(Mutiny.SessionFactory sessions, OwnContext contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /// The result comes on the caller's context, if it has one.
    <T> Uni<T> inTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    var caller = Vertx.currentContext();
                    var result =
                            onOwnContext(
                                    Uni.createFrom()
                                            .deferred(
                                                    () -> sessions.withStatelessTransaction(work)));
                    return caller == null
                            ? result
                            : result.emitOn(action -> caller.runOnContext(_ -> action.run()));
                });
    }

    private <T> Uni<T> onOwnContext(Uni<T> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    var own = contexts.create(Context.current());
                    own.runOnContext(_ -> work.subscribe().with(emitter::complete, emitter::fail));
                });
    }
}
