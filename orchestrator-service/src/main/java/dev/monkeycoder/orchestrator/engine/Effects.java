package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.Fact;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.orchestrator.engine.Step.Sending;
import dev.monkeycoder.orchestrator.run.Calls.Call;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import dev.monkeycoder.orchestrator.run.Trace;
import dev.monkeycoder.orchestrator.run.Turn;
import dev.monkeycoder.orchestrator.view.ClientEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What events cause outside of the history. It follows from the events alone: no command goes out
/// that is not stored, and none without its timer.
final class Effects {
    private final List<Sending> sends = new ArrayList<>();
    private final Map<Due, Instant> set = new HashMap<>();
    private final Set<Due> cleared = new HashSet<>();

    private Effects() {}

    static Effects of(RunState before, List<Stored> events) {
        var effects = new Effects();
        for (var change : Change.of(before, events)) {
            if (change.after() instanceof Run run) {
                effects.add(change, run);
            }
        }
        return effects;
    }

    /// The last word on a timer counts.
    void set(Map<Due, Instant> timers) {
        timers.forEach(this::set);
    }

    void clear(Collection<Due> timers) {
        timers.forEach(this::clear);
    }

    Step step(RunState before, List<Stored> events, RunState after) {
        return new Step(before, events, after, sends, set, cleared);
    }

    private void add(Change change, Run run) {
        ClientEvents.of(change).ifPresent(event -> send(event, runSpan(run)));
        switch (change.stored().event()) {
            case RunEvent.RunStarted _ -> set(new Due.OfRun(run.id()), run.end());
            case RunEvent.Asked asked -> command(run, asked, asked.deadline());
            case RunEvent.CallRepeated(var call, var deadline) ->
                    run.calls()
                            .inFlight(call)
                            .ifPresent(again -> command(run, again.asked(), deadline));
            case RunEvent.Result result -> clear(new Due.OfCall(result.call()));
            case RunEvent.TurnEnded ended -> turnEnded(run, run.turn(ended.turn()));
            case RunEvent.CancelAsked _ -> cancelled(run);
            case RunEvent.Closing _ -> closed(change, run);
            case RunEvent.TurnStarted _,
                    RunEvent.ToolRefused _,
                    RunEvent.HandedOver _,
                    RunEvent.ResultCameLate _ -> {}
        }
    }

    private void command(Run run, RunEvent.Asked asked, Instant deadline) {
        send(Commands.of(run, asked, deadline), span(run, asked));
        set(new Due.OfCall(asked.call()), deadline);
    }

    private void turnEnded(Run run, Turn turn) {
        run.start()
                .spec()
                .session()
                .ifPresent(session ->
                        send(recorded(run, turn, session), turnSpan(run, turn.number())));
    }

    private static Fact.TurnRecorded recorded(Run run, Turn turn, SessionId session) {
        var instruction = turn.start().instruction();
        var end =
                turn.end()
                        .orElseThrow(
                                () -> new IllegalStateException("turn: open (expected: ended)"));
        return new Fact.TurnRecorded(
                run.id(),
                session,
                turn.number(),
                turn.agent(),
                instruction.isBlank() ? run.start().spec().prompt() : instruction,
                end.answer(),
                end.at());
    }

    private void cancelled(Run run) {
        stop(run, run.calls().open());
        run.calls().open().forEach(call -> set(new Due.OfCall(call.id()), call.deadline()));
    }

    private void closed(Change change, Run run) {
        if (change.before() instanceof Run before) {
            stop(run, before.calls().open());
            before.calls().open().forEach(call -> clear(new Due.OfCall(call.id())));
        }
        clear(new Due.OfRun(run.id()));
        clear(new Due.OfDecision(run.id()));
    }

    private void stop(Run run, List<Call> calls) {
        List<CallId> ids = calls.stream().map(Call::id).toList();
        if (!ids.isEmpty()) {
            send(new Fact.CallsCancelled(run.id(), ids), runSpan(run));
        }
    }

    private void send(Event event, String traceparent) {
        sends.add(new Sending(event, traceparent));
    }

    private void set(Due due, Instant at) {
        cleared.remove(due);
        set.put(due, at);
    }

    private void clear(Due due) {
        set.remove(due);
        cleared.add(due);
    }

    private static String span(Run run, RunEvent.Asked asked) {
        return asked.inTurn().map(turn -> turnSpan(run, turn)).orElseGet(() -> runSpan(run));
    }

    private static String runSpan(Run run) {
        return run.start().trace().traceparent(Trace.runSpan(run.id()));
    }

    private static String turnSpan(Run run, int turn) {
        return run.start().trace().traceparent(Trace.turnSpan(run.id(), turn));
    }
}
