package dev.monkeycoder.kit.store;

import dev.monkeycoder.kit.health.Part;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// PostgreSQL, as a part for readiness.
@ApplicationScoped
class DatabasePart implements Part {
    private final Transactions transactions;

    DatabasePart(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Uni<Void> probe() {
        return transactions
                .run(tx -> tx.query("select 1", row -> row.integer(0)))
                .replaceWithVoid();
    }
}
