package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.orchestrator.agent.AgentLoop;
import dev.monkeycoder.orchestrator.agent.Move;
import dev.monkeycoder.orchestrator.pattern.Decision;
import dev.monkeycoder.orchestrator.pattern.Pattern;
import dev.monkeycoder.orchestrator.pattern.Patterns;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The next events of a run that nothing new has reached: a pure function of the run.
final class Decisions {
    private final Patterns patterns;
    private final Patience patience;

    Decisions(Patterns patterns, Patience patience) {
        this.patterns = patterns;
        this.patience = patience;
    }

    /// Whether this replica knows the run's pattern. Cancelling needs none.
    boolean canDecide(Run run) {
        return run.life() instanceof Life.Cancelling
                || patterns.numbered(run.start().pattern()).isPresent();
    }

    /// Nothing while the run waits.
    List<RunEvent> next(Run run) {
        return switch (run.life()) {
            case Life.Running _ -> running(run);
            case Life.Cancelling(var reason) ->
                    run.calls().isIdle() ? List.of(new RunEvent.RunCancelled(reason)) : List.of();
            case Life.Ended _ -> List.of();
        };
    }

    /// When the result of a call is of no use any more: never after the run's time.
    Instant deadline(Run run, RunEvent.Asked asked, Instant now) {
        var wait =
                switch (asked) {
                    case RunEvent.ContextAsked _ -> patience.context();
                    case RunEvent.ModelAsked _ -> patience.model();
                    case RunEvent.ToolAsked _ -> patience.tool();
                };
        return earlier(now.plus(wait), run.end());
    }

    private List<RunEvent> running(Run run) {
        var broken = run.work().broken();
        if (broken.isPresent()) {
            return List.of(new RunEvent.RunFailed(broken.get()));
        }
        if (run.work().context().isEmpty()) {
            return run.calls().isIdle()
                    ? List.of(
                            new RunEvent.ContextAsked(
                                    run.nextCall(),
                                    earlier(run.at().plus(patience.context()), run.end())))
                    : List.of();
        }
        return run.openTurn()
                .map(turn -> moved(run, turn, AgentLoop.next(run, turn)))
                .filter(events -> !events.isEmpty())
                .orElseGet(() -> decided(run, pattern(run).next(run)));
    }

    private List<RunEvent> moved(Run run, Turn turn, Move move) {
        return switch (move) {
            case Move.CallModel(var maxTokens) ->
                    List.of(
                            new RunEvent.ModelAsked(
                                    run.nextCall(),
                                    turn.number(),
                                    maxTokens,
                                    earlier(run.at().plus(patience.model()), run.end())));
            case Move.UseTools(var wishes) -> tools(run, turn, wishes);
            case Move.EndTurn(var answer, var transfer) ->
                    List.of(new RunEvent.TurnEnded(turn.number(), answer, transfer));
            case Move.Stop(var failure) -> List.of(new RunEvent.RunFailed(failure));
            case Move.Wait _ -> List.of();
        };
    }

    private List<RunEvent> tools(Run run, Turn turn, List<Move.Wish> wishes) {
        var base =
                run.work()
                        .context()
                        .orElseThrow(() -> new IllegalStateException("tools before a context"))
                        .workspace();
        var deadline = earlier(run.at().plus(patience.tool()), run.end());
        var events = new ArrayList<RunEvent>();
        for (var wish : wishes) {
            var call = new CallId(run.id(), run.calls().next() + events.size());
            events.add(
                    wish.refusal()
                            .<RunEvent>map(reason ->
                                    new RunEvent.ToolRefused(
                                            call, turn.number(), wish.use(), reason))
                            .orElseGet(() ->
                                    new RunEvent.ToolAsked(
                                            call, turn.number(), wish.use(), base, deadline)));
        }
        return events;
    }

    private List<RunEvent> decided(Run run, Decision decision) {
        return switch (decision) {
            case Decision.Ask ask ->
                    withinLimits(
                            run,
                            remaining ->
                                    new RunEvent.TurnStarted(
                                            run.work().turns().size() + 1,
                                            ask.agent(),
                                            ask.instruction(),
                                            ask.handoff(),
                                            remaining));
            case Decision.HandOver handOver ->
                    withinLimits(
                            run,
                            remaining ->
                                    new RunEvent.HandedOver(
                                            run.work().handoffs().size() + 1,
                                            handOver.from(),
                                            handOver.transfer().to(),
                                            handOver.transfer().reason(),
                                            handOver.transfer().payload(),
                                            run.workspaceVersion(),
                                            remaining));
            case Decision.Finish(var answer) -> List.of(new RunEvent.RunFinished(answer));
            case Decision.Fail(var failure) -> List.of(new RunEvent.RunFailed(failure));
            case Decision.Wait _ -> List.of();
        };
    }

    /// What would need one more model call is not begun when a limit forbids that.
    private static List<RunEvent> withinLimits(Run run, Function<Limits, RunEvent> event) {
        var remaining = run.remaining();
        return List.of(
                remaining
                        .reached()
                        .<RunEvent>map(RunEvent.RunFailed::new)
                        .orElseGet(() -> event.apply(remaining.limits())));
    }

    private Pattern pattern(Run run) {
        return patterns.numbered(run.start().pattern())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "pattern "
                                        + run.start().pattern()
                                        + " (expected: one known here)"));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
