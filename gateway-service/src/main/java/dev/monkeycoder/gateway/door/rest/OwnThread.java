package dev.monkeycoder.gateway.door.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;

/// The Vert.x context of a request. What was shared with other requests, or came out of a
/// transaction, goes on elsewhere; this brings it back, to the request's own thread, trace and
/// connection.
public record OwnThread(Context context) {

    /// Of the request that is being handled right now.
    public static OwnThread here() {
        return new OwnThread(
                Objects.requireNonNull(
                        Vertx.currentContext(), "no Vert.x context (expected: one of a request)"));
    }

    public <T> Uni<T> back(Uni<T> elsewhere) {
        return elsewhere.emitOn(work -> context.runOnContext(_ -> work.run()));
    }
}
