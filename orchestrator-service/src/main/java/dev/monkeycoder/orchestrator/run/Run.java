package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A run that has started: where it stands, folded from its events.
///
/// Applying a result a second time changes nothing but the version: the first one stored counts.
public record Run(
        RunId id,
        RunEvent.RunStarted start,
        Instant startedAt,
        int version,
        Instant at,
        Life life,
        Work work,
        Calls calls)
        implements RunState {

    static Run started(RunState.Unstarted before, Stored stored, RunEvent.RunStarted start) {
        var running = new Life.Running();
        Life life =
                before.cancelledBy(start)
                        .<Life>map(cancel -> running.cancel(cancel.reason()))
                        .orElse(running);
        return new Run(
                before.id(),
                start,
                stored.at(),
                stored.version(),
                stored.at(),
                life,
                Work.NOTHING,
                Calls.NONE);
    }

    @Override
    public Run after(Stored stored) {
        Fold.inOrder(this, stored);
        var next = with(stored.event(), stored.at());
        return new Run(
                id,
                start,
                startedAt,
                stored.version(),
                stored.at(),
                next.life,
                next.work,
                next.calls);
    }

    public boolean hasEnded() {
        return life instanceof Life.Ended;
    }

    public Optional<Turn> openTurn() {
        return work.turns().stream().filter(Turn::isOpen).findFirst();
    }

    public Turn turn(int number) {
        return work.turns().get(number - 1);
    }

    /// @throws IllegalStateException when no such agent was pinned
    public Agent agent(AgentName name) {
        return start.agents().stream()
                .filter(agent -> agent.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "run %s: agent %s (expected: one of its team)"
                                        .formatted(id, name)));
    }

    /// When the run's time is over.
    public Instant end() {
        return startedAt.plusSeconds(start.spec().limits().seconds());
    }

    /// What may still be used at the time of the last event.
    public Remaining remaining() {
        return Remaining.of(start.spec().limits(), work.spent(), Duration.between(startedAt, at));
    }

    public int workspaceVersion() {
        return work.context().map(Work.Context::version).orElse(0);
    }

    public CallId nextCall() {
        return new CallId(id, calls.next());
    }

    private Run with(RunEvent event, Instant now) {
        return switch (event) {
            case RunEvent.Asked asked -> with(asked(asked), calls.asked(asked));
            case RunEvent.Result result -> result(result);
            case RunEvent.ToolRefused refused ->
                    with(work.toolRefused(refused), calls.refused(refused));
            case RunEvent.TurnStarted started -> with(work.opened(started, now), calls);
            case RunEvent.TurnEnded ended -> with(work.ended(ended, now), calls);
            case RunEvent.HandedOver handoff -> with(work.handedOver(handoff), calls);
            case RunEvent.CallRepeated repeated -> with(work, calls.repeated(repeated));
            case RunEvent.ResultCameLate late -> late(late);
            case RunEvent.CancelAsked cancel -> cancelled(cancel);
            case RunEvent.Closing closing -> closed(closing, now);
            case RunEvent.RunStarted again -> throw Fold.impossible(this, again);
        };
    }

    private Work asked(RunEvent.Asked asked) {
        return switch (asked) {
            case RunEvent.ModelAsked model -> work.modelAsked(model);
            case RunEvent.ToolAsked tool -> work.toolAsked(tool);
            case RunEvent.ContextAsked _ -> work;
        };
    }

    private Run result(RunEvent.Result result) {
        return calls.inFlight(result.call())
                .map(call -> with(work.with(call.asked(), result), after(result)))
                .orElse(this);
    }

    private Calls after(RunEvent.Result result) {
        return switch (result) {
            case RunEvent.CallFailed failed when failed.givenUp() -> calls.gaveUp(failed.call());
            case RunEvent.Result ended -> calls.ended(ended.call());
        };
    }

    private Run late(RunEvent.ResultCameLate late) {
        return calls.givenUp(late.call())
                .map(call -> with(work.late(call.asked(), late), calls.ended(call.id())))
                .orElse(this);
    }

    private Run cancelled(RunEvent.CancelAsked cancel) {
        return switch (life) {
            case Life.Running running ->
                    with(running.cancel(cancel.reason()), calls.until(cancel.until()));
            case Life.Cancelling _, Life.Ended _ -> throw Fold.impossible(this, cancel);
        };
    }

    private Run closed(RunEvent.Closing closing, Instant now) {
        return with(ended(closing, now), calls.gaveAllUp());
    }

    private Life ended(RunEvent.Closing closing, Instant now) {
        return switch (life) {
            case Life.Running running ->
                    switch (closing) {
                        case RunEvent.RunFinished(var answer) -> running.finish(answer, now);
                        case RunEvent.RunFailed(var failure) -> running.fail(failure, now);
                        case RunEvent.RunCancelled _ -> throw Fold.impossible(this, closing);
                    };
            case Life.Cancelling cancelling ->
                    switch (closing) {
                        case RunEvent.RunCancelled _ -> cancelling.cancelled(now);
                        case RunEvent.RunFinished _, RunEvent.RunFailed _ ->
                                throw Fold.impossible(this, closing);
                    };
            case Life.Ended _ -> throw Fold.impossible(this, closing);
        };
    }

    private Run with(Work newWork, Calls newCalls) {
        return new Run(id, start, startedAt, version, at, life, newWork, newCalls);
    }

    private Run with(Life newLife, Calls newCalls) {
        return new Run(id, start, startedAt, version, at, newLife, work, newCalls);
    }
}
