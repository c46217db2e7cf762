package dev.monkeycoder.kit.work.store;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.work.Claim;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The SQL of the `work` table. Leases go by the database's clock, which is the same for everybody.
final class WorkTable {
    private static final String CLAIM_COLUMNS =
            "w.key, w.type, w.tenant, w.caller, w.traceparent, w.payload, w.attempt, w.deadline,"
                    + " w.cancelled";
    private static final String KEYS =
            "(select value from json_array_elements_text(cast(cast(?2 as text) as json)) as value)";

    private WorkTable() {}

    /// The answer that a command already has.
    record Answer(String type, String payload) {
        Event event() {
            return EventJson.read(
                    payload,
                    EventType.named(type)
                            .orElseThrow(() -> new IllegalStateException("answer type: " + type))
                            .event());
        }
    }

    /// Takes the command in; gives its answer when it has been done before.
    static Uni<Optional<Answer>> accept(Tx tx, String key, Instant deadline, Received command) {
        var origin = command.origin();
        return tx.execute(
                        """
                        insert into work (key, state, type, tenant, caller, traceparent, payload, deadline)
                        values (?1, 'open', ?2, ?3, ?4, cast(?5 as text), ?6, ?7)
                        on conflict (key) do update set state = 'open', type = excluded.type,
                          tenant = excluded.tenant, caller = excluded.caller,
                          traceparent = excluded.traceparent, payload = excluded.payload,
                          deadline = excluded.deadline
                        where work.state = 'awaited'
                        """,
                        key,
                        EventType.of(command.event()).type(),
                        origin.tenant().value(),
                        origin.caller().value(),
                        origin.traceparent().orElse(null),
                        EventJson.write(command.event()),
                        deadline)
                .chain(taken ->
                        taken == 1 ? Uni.createFrom().item(Optional.empty()) : answer(tx, key));
    }

    private static Uni<Optional<Answer>> answer(Tx tx, String key) {
        return tx.query(
                        "select answer_type, answer from work where key = ?1 and state = 'done'",
                        row -> new Answer(row.text(0), row.text(1)),
                        key)
                .map(rows -> rows.stream().findFirst());
    }

    /// Leases up to `most` open commands to `owner` and counts their attempts.
    static Uni<List<Claim>> claim(Tx tx, UUID owner, int most, Duration lease) {
        return tx.query(
                """
                update work w set lease_owner = ?1,
                  lease_until = now() + cast(?3 as bigint) * interval '1 millisecond',
                  attempt = w.attempt + case when w.cancelled then 0 else 1 end
                from (select key from work where state = 'open' and not_before <= now() and lease_until <= now()
                  order by accepted_at limit ?2 for update skip locked) c
                where w.key = c.key
                returning
                """
                        + CLAIM_COLUMNS,
                WorkTable::claim,
                owner,
                most,
                lease.toMillis());
    }

    /// Renews the leases of `keys`; gives the keys that `owner` still holds.
    static Uni<List<String>> renew(Tx tx, UUID owner, Set<String> keys, Duration lease) {
        return tx.query(
                "update work set lease_until = now() + cast(?3 as bigint) * interval '1"
                        + " millisecond' where lease_owner = ?1 and state = 'open' and key in "
                        + KEYS
                        + " returning key",
                row -> row.text(0),
                owner,
                EventJson.write(keys),
                lease.toMillis());
    }

    /// Marks commands as cancelled; those not here yet get a tombstone that waits for them.
    static Uni<Integer> cancel(Tx tx, Collection<String> keys) {
        return tx.execute(
                """
                insert into work (key, state, cancelled)
                select value, 'awaited', true
                from json_array_elements_text(cast(cast(?1 as text) as json)) as value
                on conflict (key) do update set cancelled = true, not_before = now()
                where work.state = 'open'
                """,
                EventJson.write(keys));
    }

    static Uni<Integer> complete(Tx tx, UUID owner, Claim claim, Event answer) {
        return tx.execute(
                """
                update work set state = 'done', done_at = now(), answer_type = ?4, answer = ?5, payload = null
                where key = ?1 and lease_owner = ?2 and attempt = ?3 and state = 'open'
                """,
                claim.key(),
                owner,
                claim.attempt(),
                EventType.of(answer).type(),
                EventJson.write(answer));
    }

    static Uni<Integer> release(Tx tx, UUID owner, Claim claim, Duration pause) {
        return tx.execute(
                """
                update work set lease_until = now(),
                  not_before = now() + cast(?4 as bigint) * interval '1 millisecond'
                where key = ?1 and lease_owner = ?2 and attempt = ?3 and state = 'open'
                """,
                claim.key(),
                owner,
                claim.attempt(),
                pause.toMillis());
    }

    /// Commands that nobody has finished: what scaling looks at.
    static Uni<Long> depth(Tx tx) {
        return tx.query("select count(*) from work where state = 'open'", row -> row.number(0))
                .map(List::getFirst);
    }

    /// Forgets commands that were done, and tombstones that were set, more than a day ago.
    static Uni<Integer> forget(Tx tx) {
        return tx.execute(
                "delete from work where (state = 'done' and done_at < now() - interval '1 day')"
                        + " or (state = 'awaited' and accepted_at < now() - interval '1 day')");
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.text(0),
                row.text(1),
                new Origin(
                        new TenantId(row.text(2)), new CallerId(row.text(3)), row.optionalText(4)),
                row.text(5),
                row.integer(6),
                row.instant(7),
                row.flag(8));
    }
}
