package dev.monkeycoder.kit.store;

import static java.util.Objects.requireNonNull;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Outgoing;
import dev.monkeycoder.kit.kafka.EventPublisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Events on their way to Kafka, written in the transaction that causes them and gone once the
/// broker has them. They may be sent twice, never lost, and in order within a stream and topic.
///
/// The writer of a row holds its lease when nothing older of the stream waits, and sends it at
/// once; else who sends the older ones goes on with it. Whoever claims rows first locks the oldest
/// of the stream, so that no two send parts of one stream. A lease that ran out (a crash, no
/// broker) is taken by the sweep, which is the same code.
@ApplicationScoped
class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final String COLUMNS =
            "o.position, o.id, o.type, o.topic, o.source, o.stream, o.time, o.tenant, o.caller,"
                    + " o.traceparent, o.payload";
    private static final String INSERT =
            """
            insert into outbox
              (id, type, topic, source, stream, time, tenant, caller, traceparent, payload, lease_until)
            select r.id, r.type, r.topic, r.source, r.stream, r.time, r.origin->>'tenant',
              r.origin->>'caller', r.origin->>'traceparent', r.payload,
              case when exists (select 1 from outbox e where e.stream = r.stream and e.topic = r.topic)
                then now() else now() + interval '15 seconds' end
            from json_to_recordset(cast(cast(?1 as text) as json)) as r
              (id uuid, type text, topic text, source text, stream text, time timestamptz, origin json,
               payload text)
            returning position, id, lease_until > now()
            """;
    private static final String CLAIM =
            """
            update outbox o set lease_until = now() + interval '15 seconds'
            from heads h where o.stream = h.stream and o.topic = h.topic and o.position >= h.position
            returning
            """
                    + COLUMNS;
    private static final String CLAIM_OLDEST =
            """
            with heads as (
              select o.position, o.stream, o.topic from outbox o
              where o.lease_until <= now()
                and (cast(?1 as text) is null or o.stream in
                  (select value from json_array_elements_text(cast(cast(?1 as text) as json)) as value))
                and o.position = (select min(m.position) from outbox m
                  where m.stream = o.stream and m.topic = o.topic)
              order by o.position limit 200 for update skip locked)
            """
                    + CLAIM;
    private static final String DELETE_AND_CLAIM_NEXT =
            """
            with sent as (
              select cast(value as bigint) as position
              from json_array_elements_text(cast(cast(?1 as text) as json)) as value),
            gone as (
              delete from outbox o using sent s where o.position = s.position
              returning o.stream, o.topic),
            heads as (
              select o.position, o.stream, o.topic from outbox o
              where o.lease_until <= now() and o.position in
                (select min(m.position) from outbox m
                  join (select distinct stream, topic from gone) g
                    on g.stream = m.stream and g.topic = m.topic
                  where m.position not in (select position from sent)
                  group by m.stream, m.topic)
              for update skip locked)
            """
                    + CLAIM;

    private final Sessions sessions;
    private final EventPublisher publisher;
    private final Vertx vertx;
    private long sweep;

    Outbox(Sessions sessions, EventPublisher publisher, Vertx vertx) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.vertx = vertx;
    }

    /// Rows of a committed transaction: those that this process sends now, and the streams whose
    /// older rows somebody is still sending.
    record Staged(List<Waiting> leased, Set<String> behind) {
        static final Staged NOTHING = new Staged(List.of(), Set.of());
    }

    record Waiting(long position, Outgoing event) {}

    private record Inserted(Waiting row, boolean leased) {}

    void start(@Observes StartupEvent event) {
        sweep = vertx.setPeriodic(SWEEP.toMillis(), _ -> claim(null));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(sweep);
    }

    Outgoing outgoing(Event event, Origin origin) {
        return publisher.outgoing(event, origin);
    }

    Uni<Staged> insert(Tx tx) {
        var events = tx.outgoing();
        if (events.isEmpty()) {
            return Uni.createFrom().item(Staged.NOTHING);
        }
        var byId = events.stream().collect(Collectors.toMap(Outgoing::id, Function.identity()));
        return tx.query(
                        INSERT,
                        row ->
                                new Inserted(
                                        new Waiting(
                                                row.number(0),
                                                requireNonNull(byId.get(row.uuid(1)))),
                                        row.flag(2)),
                        EventJson.write(events))
                .map(Outbox::staged);
    }

    private static Staged staged(List<Inserted> rows) {
        var leased = rows.stream().filter(Inserted::leased).map(Inserted::row).toList();
        var behind =
                rows.stream()
                        .filter(inserted -> !inserted.leased())
                        .map(inserted -> inserted.row().event().stream())
                        .collect(Collectors.toSet());
        return new Staged(leased, behind);
    }

    void publish(Staged staged) {
        send(staged.leased());
        if (!staged.behind().isEmpty()) {
            claim(EventJson.write(staged.behind()));
        }
    }

    private void send(List<Waiting> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var sends = rows.stream().map(row -> publisher.send(row.event())).toList();
        Uni.join()
                .all(sends)
                .andCollectFailures()
                .chain(() ->
                        rows(
                                DELETE_AND_CLAIM_NEXT,
                                EventJson.write(rows.stream().map(Waiting::position).toList())))
                .subscribe()
                .with(
                        this::send,
                        failure ->
                                LOG.warnf(
                                        "outbox rows wait for the next sweep rows=%d error=%s",
                                        rows.size(), failure));
    }

    private void claim(@Nullable String streams) {
        rows(CLAIM_OLDEST, streams)
                .subscribe()
                .with(this::send, failure -> LOG.warnf("outbox was not swept error=%s", failure));
    }

    private Uni<List<Waiting>> rows(String sql, @Nullable String argument) {
        return sessions.inTransaction(
                        session -> new Tx(session, this).query(sql, Outbox::waiting, argument))
                .map(found ->
                        found.stream()
                                .sorted((a, b) -> Long.compare(a.position(), b.position()))
                                .toList());
    }

    private static Waiting waiting(Row row) {
        var origin =
                new Origin(
                        new TenantId(row.text(7)), new CallerId(row.text(8)), row.optionalText(9));
        return new Waiting(
                row.number(0),
                new Outgoing(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.instant(6),
                        origin,
                        row.text(10)));
    }
}
