package dev.monkeycoder.kit.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/// Runs work in PostgreSQL transactions. What the work sends is published right after the commit.
@ApplicationScoped
public class Transactions {
    private final Sessions sessions;
    private final Outbox outbox;

    Transactions(Sessions sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /// Commits when the `Uni` of `work` has a result, rolls back when it fails. Neither sends nor
    /// HTTP calls belong inside.
    public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return sessions.inTransaction(
                        session -> {
                            var tx = new Tx(session, outbox);
                            return work.apply(tx)
                                    .chain(result ->
                                            outbox.insert(tx)
                                                    .map(staged ->
                                                            new Committed<>(result, tx, staged)));
                        })
                .invoke(committed -> {
                    committed.tx().committed();
                    outbox.publish(committed.staged());
                })
                .map(Committed::result);
    }

    private record Committed<T>(T result, Tx tx, Outbox.Staged staged) {}
}
