package dev.monkeycoder.gateway.identity.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/// Brings what somebody else's request found out back to the Vert.x context of one's own.
final class OwnThread {
    private OwnThread() {}

    static <T> Uni<T> back(Uni<T> shared) {
        var own = Vertx.currentContext();
        return own == null ? shared : shared.emitOn(work -> own.runOnContext(_ -> work.run()));
    }
}
