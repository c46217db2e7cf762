package dev.monkeycoder.context.call.store;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.ContextCommand;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.Worker;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Works off commands, each to exactly one answer.
@ApplicationScoped
public class CallWorker implements Worker {
    private final Transactions transactions;
    private final WorkQueue queue;
    private final ContextPreparation preparation;
    private final ToolExecution tools;
    private final InstantSource clock;

    CallWorker(
            Transactions transactions,
            WorkQueue queue,
            ContextPreparation preparation,
            ToolExecution tools,
            InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.preparation = preparation;
        this.tools = tools;
        this.clock = clock;
    }

    @Override
    public Uni<Void> work(Claim claim) {
        if (clock.instant().isAfter(claim.deadline())) {
            return fail(
                    claim, Kind.DEADLINE_EXCEEDED, "The deadline passed before the call began.");
        }
        return switch (command(claim)) {
            case ContextCommand.ContextRequested command -> preparation.prepare(claim, command);
            case ContextCommand.ToolRequested command -> tools.execute(claim, command);
        };
    }

    @Override
    public Uni<Void> cancelled(Claim claim) {
        return fail(claim, Kind.CANCELLED, "The call was cancelled before it had an effect.");
    }

    @Override
    public Uni<Void> exhausted(Claim claim) {
        return fail(
                claim,
                Kind.UNAVAILABLE,
                "All attempts of the call failed or were cut off; run the task again later.");
    }

    private Uni<Void> fail(Claim claim, Kind kind, String detail) {
        return transactions.run(
                tx -> queue.complete(tx, claim, failed(CallId.of(claim.key()), kind, detail)));
    }

    static CallFailed failed(CallId call, Kind kind, String detail) {
        return new CallFailed(call, new Failure(kind, detail), Usage.NONE, Money.ZERO);
    }

    private static ContextCommand command(Claim claim) {
        return EventType.named(claim.type())
                .map(type -> claim.command(type.event()))
                .filter(ContextCommand.class::isInstance)
                .map(ContextCommand.class::cast)
                .orElseThrow(() ->
                        new UnreadableEvent(
                                "work type: " + claim.type() + " (expected: a context command)"));
    }
}
