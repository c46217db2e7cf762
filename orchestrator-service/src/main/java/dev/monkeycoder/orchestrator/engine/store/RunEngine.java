package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.events.RunId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.timer.Timer;
import dev.monkeycoder.kit.timer.store.Timers;
import dev.monkeycoder.orchestrator.RunSettings;
import dev.monkeycoder.orchestrator.engine.Due;
import dev.monkeycoder.orchestrator.engine.Engine;
import dev.monkeycoder.orchestrator.engine.Input;
import dev.monkeycoder.orchestrator.engine.Step;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Trace;
import dev.monkeycoder.orchestrator.run.store.History;
import dev.monkeycoder.orchestrator.view.RunView;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Carries out what the [Engine] decides: inbox, events, the run's row, timers and what is sent are
/// one transaction. Whoever stores a version first has decided; the other rolls back, folds what it
/// missed and decides again.
///
/// Round trips of a step of a run that this process knows: begin, inbox, events with the run's row,
/// timers set, timers cleared, outbox, commit. Events are read only when the run is not known here,
/// when a race was lost, or when nothing would follow from what is known: that may be out of date.
@ApplicationScoped
public class RunEngine {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Engine engine;
    private final Transactions transactions;
    private final History history;
    private final Timers timers;
    private final Watch watch;
    private final InstantSource clock;
    private final int retries;
    private final Folds folds;
    private final Mailboxes mailboxes = new Mailboxes();

    RunEngine(
            Engine engine,
            Transactions transactions,
            History history,
            Timers timers,
            Watch watch,
            InstantSource clock,
            RunSettings settings) {
        this.engine = engine;
        this.transactions = transactions;
        this.history = history;
        this.timers = timers;
        this.watch = watch;
        this.clock = clock;
        this.retries = settings.races().retries();
        this.folds = new Folds(settings.cache().runs());
    }

    void start(@Observes StartupEvent event) {
        timers.start(timer -> {
            var due = Due.of(timer.key());
            return handle(due.run(), new Input.DeadlinePassed(due), Optional.empty());
        });
    }

    /// Lets `input` reach the run; done when what follows from it is committed.
    ///
    /// @param event the id of the event that brought it, to handle that one once
    public Uni<Void> handle(RunId run, Input input, Optional<UUID> event) {
        return mailboxes.inOrder(
                run,
                () ->
                        once(run, input, event, false)
                                .onFailure(LostRace.class)
                                .recoverWithUni(() -> again(run, input, event)));
    }

    private Uni<Void> again(RunId run, Input input, Optional<UUID> event) {
        watch.lostRace(run);
        return once(run, input, event, true)
                .onFailure(LostRace.class)
                .invoke(() -> watch.lostRace(run))
                .onFailure(LostRace.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .atMost(retries);
    }

    private Uni<Void> once(RunId run, Input input, Optional<UUID> event, boolean behind) {
        return transactions.run(tx ->
                event.map(tx::first)
                        .orElseGet(() -> Uni.createFrom().item(true))
                        .chain(first ->
                                first
                                        ? step(tx, run, input, behind)
                                                .chain(step -> carryOut(tx, step))
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Step> step(Tx tx, RunId run, Input input, boolean behind) {
        var known = folds.of(run);
        if (known.isPresent() && !behind) {
            var step = engine.react(known.get(), input, clock.instant());
            if (!step.events().isEmpty()) {
                return Uni.createFrom().item(step);
            }
        }
        return upToDate(tx, known.orElseGet(() -> RunState.unknown(run)))
                .map(state -> engine.react(state, input, clock.instant()));
    }

    private Uni<RunState> upToDate(Tx tx, RunState known) {
        return history.after(tx, known.id(), known.version()).map(known::after).invoke(folds::keep);
    }

    private Uni<Void> carryOut(Tx tx, Step step) {
        return append(tx, step)
                .chain(() -> timers.set(tx, timers(step)))
                .chain(() -> timers.clear(tx, step.cleared().stream().map(Due::key).toList()))
                .invoke(() -> {
                    if (step.after() instanceof Run run) {
                        step.sends()
                                .forEach(send ->
                                        tx.send(send.event(), origin(run, send.traceparent())));
                    }
                    tx.afterCommit(() -> {
                        folds.keep(step.after());
                        watch.committed(step);
                    });
                });
    }

    private Uni<Void> append(Tx tx, Step step) {
        if (step.events().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var run = step.after().id();
        return history.append(tx, run, step.events(), summary(step.after()))
                .chain(won ->
                        won
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(new LostRace(run)));
    }

    private static Optional<History.Summary> summary(RunState state) {
        return switch (state) {
            case RunState.Unstarted _ -> Optional.empty();
            case Run run -> {
                var view = RunView.of(run);
                yield Optional.of(
                        new History.Summary(
                                run.start().tenant(),
                                run.startedAt(),
                                run.version(),
                                view.status(),
                                EventJson.write(view.prompt()),
                                EventJson.write(view.prompting(""))));
            }
        };
    }

    private static List<Timer> timers(Step step) {
        return step.after() instanceof Run run
                ? step.set().entrySet().stream()
                        .map(entry ->
                                new Timer(
                                        entry.getKey().key(),
                                        entry.getValue(),
                                        origin(
                                                run,
                                                run.start()
                                                        .trace()
                                                        .traceparent(Trace.runSpan(run.id()))),
                                        ""))
                        .toList()
                : List.of();
    }

    private static Origin origin(Run run, String traceparent) {
        return new Origin(run.start().tenant(), run.start().caller(), Optional.of(traceparent));
    }
}
