package dev.monkeycoder.kit.timer.store;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.timer.Timer;
import dev.monkeycoder.kit.trace.OwnContext;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Timers that survive the process which set them. A due one is leased to the replica that fires
/// it; its handler clears or moves it in the transaction that has the effect, else it fires again
/// when the lease runs out: handlers are idempotent.
@ApplicationScoped
public class Timers {
    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Transactions transactions;
    private final OwnContext contexts;
    private final InstantSource clock;
    private final Vertx vertx;
    private final AtomicBoolean polling = new AtomicBoolean();
    private long poll = -1;

    Timers(Transactions transactions, OwnContext contexts, InstantSource clock, Vertx vertx) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.clock = clock;
        this.vertx = vertx;
    }

    /// What a service does when a timer is due.
    @FunctionalInterface
    public interface Handler extends Function<Timer, Uni<Void>> {}

    /// Begins to fire. Called once, when the service starts.
    public void start(Handler handler) {
        poll = vertx.setPeriodic(POLL.toMillis(), _ -> fire(handler));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(poll);
    }

    /// Sets `timers` when `tx` commits; one that is set already moves.
    public Uni<Void> set(Tx tx, Collection<Timer> timers) {
        return timers.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.execute(
                                """
                                insert into timer (key, due_at, tenant, caller, traceparent, payload)
                                select r.key, r.due_at, r.origin->>'tenant', r.origin->>'caller',
                                  r.origin->>'traceparent', r.payload
                                from json_to_recordset(cast(cast(?1 as text) as json)) as r
                                  (key text, due_at timestamptz, origin json, payload text)
                                on conflict (key) do update set due_at = excluded.due_at,
                                  payload = excluded.payload, lease_until = now()
                                """,
                                EventJson.write(timers))
                        .replaceWithVoid();
    }

    /// Clears the timers `keys` when `tx` commits; those that are not set don't matter.
    public Uni<Void> clear(Tx tx, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.execute(
                                "delete from timer where key in (select value from"
                                    + " json_array_elements_text(cast(cast(?1 as text) as json)) as"
                                    + " value)",
                                EventJson.write(keys))
                        .replaceWithVoid();
    }

    private void fire(Handler handler) {
        if (!polling.compareAndSet(false, true)) {
            return;
        }
        transactions
                .run(this::due)
                .onTermination()
                .invoke(() -> polling.set(false))
                .subscribe()
                .with(
                        due -> due.forEach(timer -> fire(handler, timer)),
                        failure -> LOG.warnf("timers were not looked at error=%s", failure));
    }

    private void fire(Handler handler, Timer timer) {
        contexts.run(timer.origin().traceparent(), () -> handler.apply(timer))
                .subscribe()
                .with(
                        _ -> {},
                        failure ->
                                LOG.warnf(failure, "timer fires again later key=%s", timer.key()));
    }

    private Uni<List<Timer>> due(Tx tx) {
        return tx.query(
                """
                update timer t set lease_until = now() + interval '10 seconds'
                from (select key from timer where due_at <= ?1 and lease_until <= now()
                  order by due_at limit 200 for update skip locked) d
                where t.key = d.key
                returning t.key, t.due_at, t.tenant, t.caller, t.traceparent, t.payload
                """,
                Timers::timer,
                clock.instant());
    }

    private static Timer timer(Row row) {
        return new Timer(
                row.text(0),
                row.instant(1),
                new Origin(
                        new TenantId(row.text(2)), new CallerId(row.text(3)), row.optionalText(4)),
                row.text(5));
    }
}
