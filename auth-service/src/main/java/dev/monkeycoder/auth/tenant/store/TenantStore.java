package dev.monkeycoder.auth.tenant.store;

import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Tenants in PostgreSQL. A tenant comes to be when something of it is stored for the first time;
/// who may name one is decided before (ADR 0025).
@ApplicationScoped
public class TenantStore {
    private final InstantSource clock;

    TenantStore(InstantSource clock) {
        this.clock = clock;
    }

    /// Makes sure that `tenant` is there. Two may do so at once.
    public Uni<Void> ensure(Tx tx, TenantId tenant) {
        return tx.execute(
                        """
                        insert into tenant (id, name, created_at)
                        values (?1, ?1, cast(cast(?2 as text) as timestamptz))
                        on conflict (id) do nothing
                        """,
                        tenant.value(),
                        clock.instant().toString())
                .replaceWithVoid();
    }
}
