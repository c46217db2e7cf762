package dev.monkeycoder.provider.call.client;

import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.kafka.Failures;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.Worker;
import dev.monkeycoder.kit.work.store.WorkQueue;
import dev.monkeycoder.provider.ModelSettings;
import dev.monkeycoder.provider.call.Booking;
import dev.monkeycoder.provider.call.Booking.Outcome;
import dev.monkeycoder.provider.call.Verdicts;
import dev.monkeycoder.provider.call.store.Ledger;
import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatRequest;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.openai.ChatEncoder;
import dev.monkeycoder.provider.resilience.RetryPolicy;
import dev.monkeycoder.provider.resilience.RetryPolicy.Verdict;
import dev.monkeycoder.provider.resilience.client.Breakers;
import dev.monkeycoder.provider.vendor.Choice;
import dev.monkeycoder.provider.vendor.Choice.Chosen;
import dev.monkeycoder.provider.vendor.Vendors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Works off model calls. Each of its transactions changes the command's state and the books
/// together.
@ApplicationScoped
public class ModelWorker implements Worker {
    private static final Logger LOG = Logger.getLogger(ModelWorker.class);

    /// A paid answer is not given up because the database is away for a moment.
    private static final int TRANSACTION_TRIES = 20;

    private final Transactions transactions;
    private final WorkQueue queue;
    private final Ledger ledger;
    private final Flights flights;
    private final Breakers breakers;
    private final Vendors vendors;
    private final InstantSource clock;
    private final RetryPolicy policy;

    ModelWorker(
            Transactions transactions,
            WorkQueue queue,
            Ledger ledger,
            Flights flights,
            Breakers breakers,
            Vendors vendors,
            InstantSource clock,
            ModelSettings settings) {
        this.transactions = transactions;
        this.queue = queue;
        this.ledger = ledger;
        this.flights = flights;
        this.breakers = breakers;
        this.vendors = vendors;
        this.clock = clock;
        this.policy =
                new RetryPolicy(
                        settings.call().attempts(),
                        settings.retry().firstPause(),
                        settings.retry().longestPause());
    }

    @Override
    public Uni<Void> work(Claim claim) {
        var request = claim.command(ModelRequested.class);
        if (!clock.instant().isBefore(claim.deadline())) {
            return fail(claim, request, Verdicts.late());
        }
        return switch (Choice.choose(vendors, request.model(), request.preferredVendors())) {
            case Choice.Refused(var detail) -> fail(claim, request, Verdicts.refused(detail));
            case Chosen chosen -> attempt(claim, request, chosen);
        };
    }

    @Override
    public Uni<Void> cancelled(Claim claim) {
        var request = claim.command(ModelRequested.class);
        return flights.find(claim)
                .map(flight ->
                        flight.ended()
                                .chain(exchange ->
                                        inTransaction(tx ->
                                                book(tx, flight, exchange)
                                                        .chain(() ->
                                                                failed(
                                                                        tx,
                                                                        claim,
                                                                        request,
                                                                        Verdicts.cancelled()))))
                                .invoke(() -> flights.landed(flight)))
                .orElseGet(() ->
                        inTransaction(tx ->
                                ledger.endLost(tx, claim, request, Outcome.CANCELLED)
                                        .chain(() ->
                                                failed(tx, claim, request, Verdicts.cancelled()))));
    }

    @Override
    public Uni<Void> exhausted(Claim claim) {
        var request = claim.command(ModelRequested.class);
        return fail(claim, request, Verdicts.exhausted(policy.attempts()));
    }

    private Uni<Void> attempt(Claim claim, ModelRequested request, Chosen chosen) {
        Buffer body;
        try {
            body =
                    Buffer.buffer(
                            ChatEncoder.encode(
                                    chat(request, chosen), chosen.vendor().vendor().dialect()));
        } catch (IllegalArgumentException e) {
            return fail(claim, request, Verdicts.refused(String.valueOf(e.getMessage())));
        }
        var flight = flights.prepare(claim, request, chosen, body);
        return fly(flight)
                .onCancellation()
                .invoke(() -> flights.stop(flight))
                .onFailure()
                .invoke(() -> flights.stop(flight));
    }

    private Uni<Void> fly(Flight flight) {
        return inTransaction(tx ->
                        ledger.begin(
                                tx,
                                flight.claim(),
                                flight.request(),
                                flight.vendor(),
                                flight.chosen().model()))
                .chain(restarted ->
                        restarted ? flight.deltas().restart() : Uni.createFrom().voidItem())
                .chain(() -> exchange(flight))
                .call(() -> flight.deltas().delivered())
                .chain(exchange -> settle(flight, exchange))
                .invoke(() -> flights.landed(flight));
    }

    private Uni<Exchange> exchange(Flight flight) {
        return breakers.guard(
                flight.chosen().vendor().vendor(),
                flight.chosen().model(),
                () -> Uni.createFrom().completionStage(flight.call().start()));
    }

    private Uni<Void> settle(Flight flight, Exchange exchange) {
        return switch (exchange.ending()) {
            case Ending.Whole(var answer) -> complete(flight, exchange, answer);
            case Ending.Broken(var failure) -> failOrRetry(flight, exchange, failure);
        };
    }

    private Uni<Void> complete(Flight flight, Exchange exchange, ChatAnswer answer) {
        var claim = flight.claim();
        return inTransaction(tx ->
                book(tx, flight, exchange)
                        .chain(() -> ledger.spent(tx, flight.request().call()))
                        .chain(spent ->
                                queue.complete(
                                        tx,
                                        claim,
                                        Verdicts.completed(
                                                flight.request().call(),
                                                claim.attempt(),
                                                flight.vendor(),
                                                answer,
                                                spent))));
    }

    private Uni<Void> failOrRetry(Flight flight, Exchange exchange, ChatFailure failure) {
        var claim = flight.claim();
        var left = Duration.between(clock.instant(), claim.deadline());
        var verdict =
                policy.decide(
                        failure, claim.attempt(), left, ThreadLocalRandom.current().nextDouble());
        LOG.infof(
                "attempt failed run=%s call=%d attempt=%d vendor=%s model=%s error=%s next=%s",
                flight.request().call().run(),
                flight.request().call().number(),
                claim.attempt(),
                flight.vendor(),
                flight.chosen().model(),
                failure.cause().errorType(),
                verdict);
        return inTransaction(tx ->
                book(tx, flight, exchange)
                        .chain(() ->
                                switch (verdict) {
                                    case Verdict.Retry(var pause) -> queue.retry(tx, claim, pause);
                                    case Verdict.GiveUp(var reason) ->
                                            failed(
                                                    tx,
                                                    claim,
                                                    flight.request(),
                                                    Verdicts.failure(failure, reason));
                                }));
    }

    private Uni<Void> book(Tx tx, Flight flight, Exchange exchange) {
        return ledger.end(
                tx,
                flight.claim(),
                flight.request(),
                flight.vendor(),
                Booking.of(flight.request(), exchange, flight.deltas().streamed()));
    }

    /// Ends a call that no attempt of this process is under way for.
    private Uni<Void> fail(Claim claim, ModelRequested request, Failure failure) {
        return inTransaction(tx ->
                ledger.endLost(tx, claim, request, Outcome.CUT)
                        .chain(() -> failed(tx, claim, request, failure)));
    }

    private Uni<Void> failed(Tx tx, Claim claim, ModelRequested request, Failure failure) {
        return ledger.spent(tx, request.call())
                .chain(spent ->
                        queue.complete(
                                tx,
                                claim,
                                new CallFailed(
                                        request.call(), failure, spent.usage(), spent.cost())));
    }

    private <T> Uni<T> inTransaction(Function<Tx, Uni<T>> work) {
        return transactions
                .run(work)
                .onFailure(Failures::mayPass)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1))
                .atMost(TRANSACTION_TRIES);
    }

    private static ChatRequest chat(ModelRequested request, Chosen chosen) {
        return new ChatRequest(
                chosen.model(),
                request.messages(),
                request.tools(),
                request.temperature(),
                request.maxTokens());
    }
}
