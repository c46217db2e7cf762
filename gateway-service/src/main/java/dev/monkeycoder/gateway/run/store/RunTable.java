package dev.monkeycoder.gateway.run.store;

import dev.monkeycoder.events.RunCommand.RunCancelRequested;
import dev.monkeycoder.events.RunCommand.RunRequested;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.gateway.run.IdempotencyKey;
import dev.monkeycoder.gateway.run.Intake;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.kit.event.IdSource;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The runs that were asked for, and the events that set them off: row and event are one
/// transaction.
@ApplicationScoped
public class RunTable {
    private static final String INSERT =
            """
            insert into run (id, tenant, caller, idempotency_key, request_hash, created_at)
            values (?1, ?2, ?3, cast(?4 as text), ?5, ?6)
            on conflict (tenant, idempotency_key) do nothing
            """;
    private static final String BY_KEY =
            "select id, created_at, request_hash from run where tenant = ?1 and idempotency_key ="
                    + " ?2";
    private static final String BY_ID =
            "select id, created_at from run where tenant = ?1 and id = ?2";
    private static final String NEWEST =
            """
            select id, created_at from run
            where tenant = ?1 and (cast(?2 as uuid) is null or id < cast(?2 as uuid))
            order by id desc limit ?3
            """;

    private final Transactions transactions;
    private final IdSource ids;
    private final InstantSource clock;

    RunTable(Transactions transactions, IdSource ids, InstantSource clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Accepts a request, once under its idempotency key.
    ///
    /// @param hash of the request, to tell whether the same key comes with the same request
    public Uni<Intake> accept(
            RunSpec spec, Optional<IdempotencyKey> key, String hash, Origin origin) {
        var run = new Known(new RunId(ids.next()), clock.instant());
        return transactions.run(tx ->
                tx.execute(
                                INSERT,
                                run.id().value(),
                                origin.tenant().value(),
                                origin.caller().value(),
                                key.map(IdempotencyKey::value).orElse(null),
                                hash,
                                run.createdAt())
                        .chain(rows -> {
                            if (rows == 0) {
                                return earlier(tx, key, hash, origin.tenant());
                            }
                            tx.send(new RunRequested(run.id(), spec), origin);
                            return Uni.createFrom().item(new Intake.Accepted(run));
                        }));
    }

    private static Uni<Intake> earlier(
            Tx tx, Optional<IdempotencyKey> key, String hash, TenantId tenant) {
        return tx.query(
                        BY_KEY,
                        row ->
                                row.text(2).equals(hash)
                                        ? (Intake) new Intake.Replayed(known(row))
                                        : new Intake.Mismatch(),
                        tenant.value(),
                        key.orElseThrow().value())
                .map(List::getFirst);
    }

    /// The run, when it is one of this tenant.
    public Uni<Optional<Known>> find(TenantId tenant, RunId run) {
        return transactions.run(tx -> find(tx, tenant, run));
    }

    private static Uni<Optional<Known>> find(Tx tx, TenantId tenant, RunId run) {
        return tx.query(BY_ID, RunTable::known, tenant.value(), run.value())
                .map(rows -> rows.stream().findFirst());
    }

    /// Newest first.
    ///
    /// @param before only those older than this one
    public Uni<List<Known>> newest(TenantId tenant, Optional<RunId> before, int most) {
        return transactions.run(tx ->
                tx.query(
                        NEWEST,
                        RunTable::known,
                        tenant.value(),
                        before.map(RunId::toString).orElse(null),
                        most));
    }

    /// Asks for the end of a run.
    ///
    /// @return empty when it is none of this tenant
    public Uni<Optional<Known>> cancel(RunId run, String reason, Origin origin) {
        return transactions.run(tx ->
                find(tx, origin.tenant(), run)
                        .invoke(found ->
                                found.ifPresent(_ ->
                                        tx.send(new RunCancelRequested(run, reason), origin))));
    }

    private static Known known(Row row) {
        return new Known(new RunId(row.uuid(0)), row.instant(1));
    }
}
