package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.run.Calls.Call;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.Remaining;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Trace;
import java.time.Instant;
import java.util.List;

/// What follows from something that reaches a run: the events to store and all that they cause.
///
/// A pure function: the same run and input at the same time always give the same step, on any
/// replica. An input that changes nothing (a duplicate, a timer that was moved) gives no events.
public final class Engine {
    private final Casting casting;
    private final Decisions decisions;
    private final Patience patience;

    public Engine(Casting casting, Patience patience) {
        this.casting = casting;
        this.decisions = new Decisions(casting.patterns(), patience);
        this.patience = patience;
    }

    public Step react(RunState state, Input input, Instant now) {
        var draft = new Draft(state, now);
        switch (input) {
            case Input.RunRequested requested -> requested(draft, requested);
            case Input.CancelRequested cancel -> cancel(draft, cancel);
            case Input.Answered(var result) -> answered(draft, result);
            case Input.DeadlinePassed(var due) -> due(draft, due);
        }
        return draft.step();
    }

    private void requested(Draft draft, Input.RunRequested requested) {
        if (!(draft.state() instanceof RunState.Unstarted unstarted)) {
            return;
        }
        var cast = casting.cast(requested.spec());
        draft.write(
                new RunEvent.RunStarted(
                        requested.spec(),
                        cast.pattern(),
                        cast.agents(),
                        cast.tools(),
                        requested.tenant(),
                        requested.caller(),
                        Trace.of(unstarted.id(), requested.traceparent())));
        if (cast.failure().isPresent() && isRunning(draft)) {
            draft.write(new RunEvent.RunFailed(cast.failure().get()));
        }
        settle(draft);
    }

    /// A cancellation that comes before its run waits in the history for it.
    private void cancel(Draft draft, Input.CancelRequested cancel) {
        var wanted =
                switch (draft.state()) {
                    case RunState.Unstarted unstarted -> unstarted.cancelled().isEmpty();
                    case Run run ->
                            run.life() instanceof Life.Running
                                    && run.start().tenant().equals(cancel.tenant());
                };
        if (wanted) {
            draft.write(
                    new RunEvent.CancelAsked(
                            cancel.reason(),
                            cancel.tenant(),
                            cancel.caller(),
                            draft.now().plus(patience.cancel())));
            settle(draft);
        }
    }

    private void answered(Draft draft, CallResult result) {
        if (!(draft.state() instanceof Run run)) {
            return;
        }
        var inFlight = run.calls().inFlight(result.call());
        if (inFlight.isPresent()) {
            draft.write(Results.first(inFlight.get().asked(), result));
            settle(draft);
        } else if (run.calls().givenUp(result.call()).isPresent()) {
            draft.write(Results.late(result));
        }
    }

    private void due(Draft draft, Due due) {
        if (!(draft.state() instanceof Run run) || run.hasEnded()) {
            draft.clear(due);
            return;
        }
        switch (due) {
            case Due.OfRun _ -> runDue(draft, run, due);
            case Due.OfCall(var id) ->
                    run.calls()
                            .inFlight(id)
                            .ifPresentOrElse(
                                    call -> callDue(draft, run, call), () -> draft.clear(due));
            case Due.OfDecision _ -> {
                draft.clear(due);
                settle(draft);
            }
        }
    }

    /// A run that is being cancelled ends with its calls, which have deadlines of their own.
    private static void runDue(Draft draft, Run run, Due due) {
        if (draft.now().isBefore(run.end())) {
            draft.again(due, run.end());
        } else if (isRunning(draft)) {
            draft.write(outOfTime(run));
        } else {
            draft.clear(due);
        }
    }

    private void callDue(Draft draft, Run run, Call call) {
        if (draft.now().isBefore(call.deadline())) {
            draft.again(new Due.OfCall(call.id()), call.deadline());
            return;
        }
        if (isRunning(draft) && !draft.now().isBefore(run.end())) {
            draft.write(outOfTime(run));
        } else if (isRunning(draft) && !call.repeated()) {
            draft.write(
                    new RunEvent.CallRepeated(
                            call.id(), decisions.deadline(run, call.asked(), draft.now())));
        } else {
            draft.write(givenUp(call));
        }
        settle(draft);
    }

    private static RunEvent givenUp(Call call) {
        var what =
                switch (call.asked()) {
                    case RunEvent.ContextAsked _ -> "context-service";
                    case RunEvent.ModelAsked _ -> "provider-service";
                    case RunEvent.ToolAsked(_, _, var use, _, _) -> "the tool " + use.name();
                };
        return new RunEvent.CallFailed(
                call.id(),
                new Failure(
                        Failure.Kind.DEADLINE_EXCEEDED, "no answer of " + what + " in its time"),
                Usage.NONE,
                Money.ZERO,
                true);
    }

    private static RunEvent outOfTime(Run run) {
        return new RunEvent.RunFailed(Remaining.outOfTime(run.start().spec().limits()));
    }

    /// Decides until there is nothing to decide.
    private void settle(Draft draft) {
        while (draft.state() instanceof Run run && !run.hasEnded()) {
            if (!decisions.canDecide(run)) {
                draft.again(new Due.OfDecision(run.id()), draft.now().plus(patience.decision()));
                return;
            }
            List<RunEvent> next = decisions.next(run);
            if (next.isEmpty()) {
                return;
            }
            next.forEach(draft::write);
        }
    }

    private static boolean isRunning(Draft draft) {
        return draft.state() instanceof Run run && run.life() instanceof Life.Running;
    }
}
