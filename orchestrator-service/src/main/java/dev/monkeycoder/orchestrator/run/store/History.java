package dev.monkeycoder.orchestrator.run.store;

import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The event store: a row an event, unique by run and version.
@ApplicationScoped
public class History {
    /// Events and the run's row in one round trip; the count tells whether a version was taken.
    private static final String APPEND =
            """
            with appended as (
              insert into run_event (run, version, at, body)
              select ?1, e.version, e.at, e.body
              from json_to_recordset(cast(cast(?2 as text) as json)) as e
                (version integer, at timestamptz, body text)
              on conflict do nothing
              returning version),
            summed as (
              insert into run (id, tenant, created_at, version, status, prompt, view)
              select ?1, s.tenant, s.created_at, s.version, s.status, s.prompt, s.view
              from json_to_recordset(cast(cast(?3 as text) as json)) as s
                (tenant text, created_at timestamptz, version integer, status text, prompt text,
                 view text)
              on conflict (id) do update
              set version = excluded.version, status = excluded.status, view = excluded.view)
            select count(*) from appended
            """;

    /// The row of a run as it stands after its newest event.
    ///
    /// @param prompt as JSON text
    /// @param view as JSON, without the prompt
    public record Summary(
            TenantId tenant,
            Instant createdAt,
            int version,
            String status,
            String prompt,
            String view) {}

    private record EventRow(int version, Instant at, String body) {}

    /// Appends `events`; false when another replica has taken one of their versions: then this
    /// transaction must not commit.
    public Uni<Boolean> append(Tx tx, RunId run, List<Stored> events, Optional<Summary> summary) {
        var rows =
                events.stream()
                        .map(stored ->
                                new EventRow(
                                        stored.version(),
                                        stored.at(),
                                        EventJson.write(stored.event())))
                        .toList();
        return tx.query(
                        APPEND,
                        row -> row.integer(0),
                        run.value(),
                        EventJson.write(rows),
                        EventJson.write(summary.stream().toList()))
                .map(counts -> counts.getFirst() == rows.size());
    }

    /// The events after `version`, in order.
    public Uni<List<Stored>> after(Tx tx, RunId run, int version) {
        return tx.query(
                "select version, at, body from run_event where run = ?1 and version > ?2"
                        + " order by version",
                History::stored,
                run.value(),
                version);
    }

    /// The whole history of a tenant's run; nothing for a run of another tenant.
    public Uni<List<Stored>> of(Tx tx, TenantId tenant, RunId run) {
        return tx.query(
                "select e.version, e.at, e.body from run r join run_event e on e.run = r.id"
                        + " where r.id = ?1 and r.tenant = ?2 order by e.version",
                History::stored,
                run.value(),
                tenant.value());
    }

    /// The rows of those of `runs` that are the tenant's.
    public Uni<List<Summary>> summaries(Tx tx, TenantId tenant, List<RunId> runs) {
        return tx.query(
                """
                select tenant, created_at, version, status, prompt, view from run
                where tenant = ?1 and id in (select cast(value as uuid) from
                  json_array_elements_text(cast(cast(?2 as text) as json)) as value)
                """,
                row ->
                        new Summary(
                                new TenantId(row.text(0)),
                                row.instant(1),
                                row.integer(2),
                                row.text(3),
                                row.text(4),
                                row.text(5)),
                tenant.value(),
                EventJson.write(runs));
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.integer(0), row.instant(1), EventJson.read(row.text(2), RunEvent.class));
    }
}
