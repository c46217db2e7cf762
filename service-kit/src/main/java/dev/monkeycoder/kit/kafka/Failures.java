package dev.monkeycoder.kit.kafka;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Tells failures of what is around us, which pass, from faults of the message or of our own.
public final class Failures {
    /// Classes of SQLSTATE: connection, resources, operator intervention (a restart), rolled back
    /// to be tried again.
    private static final Set<String> PASSING_STATES = Set.of("08", "53", "57", "40");

    private Failures() {}

    /// Whether the same work may succeed later without anybody mending it.
    public static boolean mayPass(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(16)
                .anyMatch(Failures::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case IOException _ -> true;
            case TimeoutException _ -> true;
            case io.vertx.pgclient.PgException database -> {
                var state = database.getSqlState();
                yield state != null && PASSING_STATES.contains(state.substring(0, 2));
            }
            case io.vertx.core.impl.NoStackTraceThrowable _ -> true;
            case io.vertx.core.VertxException _ -> true;
            default -> cause.getClass().getSimpleName().contains("ClosedConnection");
        };
    }
}
