package dev.monkeycoder.auth.usage.store;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The ledger in PostgreSQL: one row an attempt, whoever sends it and however often. What a vendor
/// counted takes the place of an estimate of the same attempt, and never the other way round.
@ApplicationScoped
public class Ledger {
    private static final String BOOK =
            """
            insert into ledger (run, call, attempt, tenant, caller, agent, vendor, model,
              input_tokens, output_tokens, cached_input_tokens, cache_write_tokens,
              reasoning_tokens, cost_micros, estimated, outcome, at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
              cast(cast(?17 as text) as timestamptz))
            on conflict (run, call, attempt) do update set
              vendor = excluded.vendor, model = excluded.model,
              input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,
              cached_input_tokens = excluded.cached_input_tokens,
              cache_write_tokens = excluded.cache_write_tokens,
              reasoning_tokens = excluded.reasoning_tokens, cost_micros = excluded.cost_micros,
              estimated = false, outcome = excluded.outcome, at = excluded.at
            where ledger.estimated and not excluded.estimated and ledger.tenant = excluded.tenant
            """;
    private static final String OF_RUN =
            """
            select run, call, attempt, agent, vendor, model, input_tokens, output_tokens,
              cached_input_tokens, cache_write_tokens, reasoning_tokens, cost_micros, estimated,
              outcome, at
            from ledger where tenant = ?1 and run = ?2 order by call, attempt
            """;

    private final Transactions transactions;

    Ledger(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Books an attempt, once per event and once per attempt.
    public Uni<Void> book(UUID event, Origin origin, UsageRecorded attempt) {
        return transactions.run(tx ->
                tx.first(event)
                        .chain(first ->
                                first ? insert(tx, origin, attempt) : Uni.createFrom().voidItem()));
    }

    /// What the tenant's run used, by call and attempt; empty for another tenant's run.
    public Uni<List<UsageRecorded>> ofRun(TenantId tenant, RunId run) {
        return transactions.run(
                tx -> tx.query(OF_RUN, Ledger::attempt, tenant.value(), run.value()));
    }

    private static Uni<Void> insert(Tx tx, Origin origin, UsageRecorded attempt) {
        var usage = attempt.usage();
        return tx.execute(
                        BOOK,
                        attempt.call().run().value(),
                        attempt.call().number(),
                        attempt.attempt(),
                        origin.tenant().value(),
                        origin.caller().value(),
                        attempt.agent().value(),
                        attempt.vendor(),
                        attempt.model(),
                        usage.input(),
                        usage.output(),
                        usage.cachedInput(),
                        usage.cacheWrite(),
                        usage.reasoning(),
                        attempt.cost().micros(),
                        attempt.estimated(),
                        attempt.outcome(),
                        attempt.at().toString())
                .replaceWithVoid();
    }

    private static UsageRecorded attempt(Row row) {
        return new UsageRecorded(
                new CallId(new RunId(row.uuid(0)), row.integer(1)),
                row.integer(2),
                new AgentName(row.text(3)),
                row.text(4),
                row.text(5),
                new Usage(
                        row.number(6), row.number(7), row.number(8), row.number(9), row.number(10)),
                new Money(row.number(11)),
                row.flag(12),
                row.text(13),
                row.instant(14));
    }
}
