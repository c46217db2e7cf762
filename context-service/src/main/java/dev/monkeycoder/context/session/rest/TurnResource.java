package dev.monkeycoder.context.session.rest;

import dev.monkeycoder.context.session.Turn;
import dev.monkeycoder.context.session.store.Turns;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.ProblemException;
import dev.monkeycoder.kit.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads the turns of sessions. A session is there once it has a turn; another tenant's is not.
@Path("/internal/sessions/{id}/turns")
@RolesAllowed("runs:read")
class TurnResource {
    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final Turns turns;
    private final CurrentCaller caller;

    TurnResource(Transactions transactions, Turns turns, CurrentCaller caller) {
        this.transactions = transactions;
        this.turns = turns;
        this.caller = caller;
    }

    /// The newest 1,000 turns, oldest first.
    record TurnsView(List<TurnView> turns) {}

    record TurnView(UUID run, int turn, String agent, String asked, String answer, Instant at) {
        static TurnView of(Turn turn) {
            return new TurnView(
                    turn.run().value(),
                    turn.turn(),
                    turn.agent().value(),
                    turn.asked(),
                    turn.answer(),
                    turn.at());
        }
    }

    @GET
    public Uni<TurnsView> get(@PathParam("id") String text) {
        var session = session(text);
        var tenant = caller.get().tenant();
        return transactions
                .run(tx -> turns.newest(tx, tenant, session, MOST))
                .map(newestFirst -> {
                    if (newestFirst.isEmpty()) {
                        throw ProblemException.notFound("session " + session);
                    }
                    return new TurnsView(
                            newestFirst.reversed().stream().map(TurnView::of).toList());
                });
    }

    private static SessionId session(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException noUuid) {
            throw ProblemException.notFound("The session of that id");
        }
    }
}
