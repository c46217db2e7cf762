package dev.monkeycoder.provider.call.store;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.provider.call.Booking;
import dev.monkeycoder.provider.call.Spent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// The SQL of the `attempt` table: one row for each time that a vendor was, or may have been,
/// asked.
final class AttemptTable {
    private AttemptTable() {}

    /// An attempt.
    ///
    /// @param streamed whether clients may have seen text of it; unknown, so taken as yes, until it
    ///   is booked
    /// @param units what had come of its answer when that was last noted
    record Entry(
            int attempt,
            String vendor,
            String model,
            boolean booked,
            boolean streamed,
            int units) {}

    static Uni<Integer> begin(
            Tx tx, CallId call, int attempt, String vendor, String model, Instant now) {
        return tx.execute(
                """
                insert into attempt (call, attempt, vendor, model, started_at)
                values (?1, ?2, ?3, ?4, ?5)
                """,
                call.toString(),
                attempt,
                vendor,
                model,
                now);
    }

    static Uni<List<Entry>> of(Tx tx, CallId call) {
        return tx.query(
                """
                select attempt, vendor, model, booked, streamed, units from attempt
                where call = ?1 order by attempt
                """,
                row ->
                        new Entry(
                                row.integer(0),
                                row.text(1),
                                row.text(2),
                                row.flag(3),
                                row.flag(4) || !row.flag(3),
                                row.integer(5)),
                call.toString());
    }

    /// Books an attempt, unless that was done.
    static Uni<Integer> book(Tx tx, CallId call, int attempt, Booking booking, Money cost) {
        var usage = booking.usage();
        return tx.execute(
                """
                update attempt set booked = true, outcome = ?3, estimated = ?4, streamed = ?5, input = ?6,
                  output = ?7, cached_input = ?8, cache_write = ?9, reasoning = ?10, cost = ?11
                where call = ?1 and attempt = ?2 and not booked
                """,
                call.toString(),
                attempt,
                booking.outcome().wire(),
                booking.estimated(),
                booking.streamed(),
                usage.input(),
                usage.output(),
                usage.cachedInput(),
                usage.cacheWrite(),
                usage.reasoning(),
                cost.micros());
    }

    static Uni<Integer> note(Tx tx, CallId call, int attempt, int units) {
        return tx.execute(
                "update attempt set units = ?3 where call = ?1 and attempt = ?2 and not booked",
                call.toString(),
                attempt,
                units);
    }

    static Uni<Spent> spent(Tx tx, CallId call) {
        return tx.query(
                        """
                        select cast(coalesce(sum(input), 0) as bigint), cast(coalesce(sum(output), 0) as bigint),
                          cast(coalesce(sum(cached_input), 0) as bigint),
                          cast(coalesce(sum(cache_write), 0) as bigint),
                          cast(coalesce(sum(reasoning), 0) as bigint), cast(coalesce(sum(cost), 0) as bigint)
                        from attempt where call = ?1
                        """,
                        row ->
                                new Spent(
                                        new Usage(
                                                row.number(0),
                                                row.number(1),
                                                row.number(2),
                                                row.number(3),
                                                row.number(4)),
                                        new Money(row.number(5))),
                        call.toString())
                .map(List::getFirst);
    }

    static Uni<Integer> forget(Tx tx, Instant before) {
        return tx.execute("delete from attempt where booked and started_at < ?1", before);
    }
}
