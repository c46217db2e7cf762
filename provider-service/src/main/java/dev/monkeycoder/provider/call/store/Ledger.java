package dev.monkeycoder.provider.call.store;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.Fenced;
import dev.monkeycoder.provider.call.Booking;
import dev.monkeycoder.provider.call.Booking.Outcome;
import dev.monkeycoder.provider.call.Spent;
import dev.monkeycoder.provider.call.store.AttemptTable.Entry;
import dev.monkeycoder.provider.price.trace.PriceBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps the books of attempts: each is written down before its first byte leaves and booked
/// exactly once, in the transaction that also changes its command's state. Who takes a call over
/// books what the process before it could not.
@ApplicationScoped
public class Ledger {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final PriceBook prices;
    private final InstantSource clock;

    Ledger(Transactions transactions, PriceBook prices, InstantSource clock) {
        this.transactions = transactions;
        this.prices = prices;
        this.clock = clock;
    }

    /// Writes the attempt of `claim` down and books earlier ones that nobody did.
    ///
    /// @return whether clients may have seen text of an earlier attempt; fails with [Fenced] when
    ///   the claim no longer holds
    public Uni<Boolean> begin(
            Tx tx, Claim claim, ModelRequested request, String vendor, String model) {
        var call = request.call();
        return hold(tx, claim)
                .chain(() -> AttemptTable.of(tx, call))
                .call(earlier -> bookLost(tx, claim, request, earlier, Outcome.CUT))
                .call(() ->
                        AttemptTable.begin(
                                tx, call, claim.attempt(), vendor, model, clock.instant()))
                .map(earlier -> earlier.stream().anyMatch(Entry::streamed));
    }

    /// Books the attempt of `claim`, and earlier ones that nobody did.
    public Uni<Void> end(
            Tx tx, Claim claim, ModelRequested request, String vendor, Booking booking) {
        return hold(tx, claim)
                .chain(() -> AttemptTable.of(tx, request.call()))
                .chain(entries -> {
                    var own =
                            entries.stream()
                                    .filter(entry -> entry.attempt() == claim.attempt())
                                    .findFirst();
                    return bookOwn(tx, claim, request, own, vendor, booking)
                            .chain(() -> bookLost(tx, claim, request, entries, Outcome.CUT));
                });
    }

    /// Books whatever attempt nobody has booked, the latest as `latest`.
    public Uni<Void> endLost(Tx tx, Claim claim, ModelRequested request, Outcome latest) {
        return hold(tx, claim)
                .chain(() -> AttemptTable.of(tx, request.call()))
                .chain(entries -> bookLost(tx, claim, request, entries, latest));
    }

    public Uni<Spent> spent(Tx tx, CallId call) {
        return AttemptTable.spent(tx, call);
    }

    /// Notes how much of the answer has come, for the case that this process dies.
    public Uni<Void> note(CallId call, int attempt, int units) {
        return transactions
                .run(tx -> AttemptTable.note(tx, call, attempt, units))
                .replaceWithVoid();
    }

    /// Forgets booked attempts of long ago.
    public Uni<Void> forget() {
        return transactions
                .run(tx -> AttemptTable.forget(tx, clock.instant().minus(KEPT)))
                .replaceWithVoid();
    }

    /// Locks the command, so that an attempt is not written down beside its end.
    private static Uni<Void> hold(Tx tx, Claim claim) {
        return tx.query(
                        """
                        select attempt from work where key = ?1 and attempt = ?2 and state = 'open'
                        for update
                        """,
                        row -> row.integer(0),
                        claim.key(),
                        claim.attempt())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw new Fenced(claim);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> bookOwn(
            Tx tx,
            Claim claim,
            ModelRequested request,
            Optional<Entry> own,
            String vendor,
            Booking booking) {
        return own.filter(entry -> !entry.booked())
                .map(entry -> book(tx, claim, request, entry, vendor, booking))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> bookLost(
            Tx tx, Claim claim, ModelRequested request, List<Entry> entries, Outcome latest) {
        var done = Uni.createFrom().voidItem();
        for (var entry : entries) {
            if (!entry.booked()) {
                var outcome = entry.attempt() == claim.attempt() ? latest : Outcome.CUT;
                var booking = Booking.lost(outcome, request, entry.model(), entry.units());
                done = done.chain(() -> book(tx, claim, request, entry, entry.vendor(), booking));
            }
        }
        return done;
    }

    private Uni<Void> book(
            Tx tx,
            Claim claim,
            ModelRequested request,
            Entry entry,
            String vendor,
            Booking booking) {
        var cost = prices.cost(vendor, booking.model(), entry.model(), booking.usage());
        return AttemptTable.book(tx, request.call(), entry.attempt(), booking, cost)
                .invoke(booked -> {
                    if (booked == 1) {
                        tx.send(
                                new UsageRecorded(
                                        request.call(),
                                        entry.attempt(),
                                        request.agent(),
                                        vendor,
                                        booking.model(),
                                        booking.usage(),
                                        cost,
                                        booking.estimated(),
                                        booking.outcome().wire(),
                                        clock.instant()),
                                claim.origin());
                    }
                })
                .replaceWithVoid();
    }
}
