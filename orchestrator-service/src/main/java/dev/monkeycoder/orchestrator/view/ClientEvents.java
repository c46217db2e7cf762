package dev.monkeycoder.orchestrator.view;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a client sees of the history: at most one event for each stored one, with its version, so
/// that versions rise strictly. Bookkeeping (what was asked, repeated or came late) is not shown.
public final class ClientEvents {
    /// Most characters of a tool's output in its event.
    static final int SUMMARY = 200;

    private ClientEvents() {}

    /// The visible events of a whole history, in order.
    public static List<ClientEvent.Durable> of(List<Change> history) {
        return history.stream().flatMap(change -> of(change).stream()).toList();
    }

    public static Optional<ClientEvent.Durable> of(Change change) {
        return change.after() instanceof Run run
                ? shown(change, run, change.stored().version(), change.stored().at())
                : Optional.empty();
    }

    private static Optional<ClientEvent.Durable> shown(
            Change change, Run run, int version, Instant at) {
        return switch (change.stored().event()) {
            case RunEvent.RunStarted start -> Optional.of(started(run, start, version, at));
            case RunEvent.TurnStarted turn ->
                    Optional.of(
                            new ClientEvent.TurnStarted(
                                    run.id(), version, at, turn.turn(), turn.agent()));
            case RunEvent.ModelAnswered answer -> answered(change.before(), answer, version, at);
            case RunEvent.ToolAsked(var call, var turn, var use, _, _) ->
                    Optional.of(
                            new ClientEvent.ToolStarted(
                                    run.id(), version, at, turn, agent(run, turn), call, use));
            case RunEvent.ToolRefused refused -> Optional.of(refused(run, refused, version, at));
            case RunEvent.ToolAnswered answer ->
                    tool(change.before(), answer.call())
                            .map(tool ->
                                    tool.finished(
                                            version,
                                            at,
                                            answer.error(),
                                            answer.output(),
                                            answer.changed()));
            case RunEvent.CallFailed failed ->
                    tool(change.before(), failed.call())
                            .map(tool ->
                                    tool.finished(
                                            version,
                                            at,
                                            true,
                                            failed.failure().detail(),
                                            Optional.empty()));
            case RunEvent.HandedOver handoff ->
                    Optional.of(handedOver(run.id(), handoff, version, at));
            case RunEvent.TurnEnded ended -> Optional.of(turnEnded(run, ended, version, at));
            case RunEvent.CancelAsked cancel ->
                    Optional.of(
                            new ClientEvent.RunCancelling(run.id(), version, at, cancel.reason()));
            case RunEvent.Closing closing -> Optional.of(closed(run, closing, version, at));
            case RunEvent.ContextAsked _,
                    RunEvent.ContextPrepared _,
                    RunEvent.ModelAsked _,
                    RunEvent.CallRepeated _,
                    RunEvent.ResultCameLate _ ->
                    Optional.empty();
        };
    }

    private static ClientEvent.RunStarted started(
            Run run, RunEvent.RunStarted start, int version, Instant at) {
        return new ClientEvent.RunStarted(
                run.id(),
                version,
                at,
                start.pattern(),
                start.agents().stream().map(Agent::name).toList(),
                start.trace().traceId());
    }

    private static Optional<ClientEvent.Durable> answered(
            RunState before, RunEvent.ModelAnswered answer, int version, Instant at) {
        return asked(before, answer.call())
                .filter(RunEvent.ModelAsked.class::isInstance)
                .map(RunEvent.ModelAsked.class::cast)
                .map(asked ->
                        new ClientEvent.MessageCompleted(
                                before.id(),
                                version,
                                at,
                                asked.turn(),
                                agent(before, asked.turn()),
                                answer.call(),
                                answer.attempt(),
                                answer.text(),
                                answer.toolUses(),
                                answer.vendor(),
                                answer.model(),
                                answer.usage(),
                                answer.cost()));
    }

    private static ClientEvent.ToolFinished refused(
            Run run, RunEvent.ToolRefused refused, int version, Instant at) {
        return new Tool(
                        run.id(),
                        refused.call(),
                        refused.turn(),
                        agent(run, refused.turn()),
                        refused.use().name())
                .finished(version, at, true, refused.reason(), Optional.empty());
    }

    private static ClientEvent.HandoffMade handedOver(
            RunId run, RunEvent.HandedOver handoff, int version, Instant at) {
        return new ClientEvent.HandoffMade(
                run,
                version,
                at,
                handoff.number(),
                handoff.from(),
                handoff.to(),
                handoff.reason(),
                handoff.payload(),
                handoff.workspaceVersion(),
                handoff.remaining());
    }

    private static ClientEvent.TurnCompleted turnEnded(
            Run run, RunEvent.TurnEnded ended, int version, Instant at) {
        var turn = run.turn(ended.turn());
        return new ClientEvent.TurnCompleted(
                run.id(),
                version,
                at,
                turn.number(),
                turn.agent(),
                turn.spent().usage(),
                turn.spent().cost());
    }

    private static ClientEvent.Ended closed(
            Run run, RunEvent.Closing closing, int version, Instant at) {
        var usage = run.work().spent().usage();
        var cost = run.work().spent().cost();
        return switch (closing) {
            case RunEvent.RunFinished(var answer) ->
                    new ClientEvent.RunFinished(
                            run.id(), version, at, answer, run.workspaceVersion(), usage, cost);
            case RunEvent.RunFailed(Failure failure) ->
                    new ClientEvent.RunFailed(run.id(), version, at, failure, usage, cost);
            case RunEvent.RunCancelled(var reason) ->
                    new ClientEvent.RunCancelled(run.id(), version, at, reason, usage, cost);
        };
    }

    /// A tool call that is to be shown as finished.
    private record Tool(RunId run, CallId call, int turn, AgentName agent, String name) {
        ClientEvent.ToolFinished finished(
                int version, Instant at, boolean error, String output, Optional<String> changed) {
            return new ClientEvent.ToolFinished(
                    run,
                    version,
                    at,
                    turn,
                    agent,
                    call,
                    name,
                    error,
                    Texts.cut(output, SUMMARY),
                    changed);
        }
    }

    private static Optional<Tool> tool(RunState before, CallId call) {
        return asked(before, call)
                .filter(RunEvent.ToolAsked.class::isInstance)
                .map(RunEvent.ToolAsked.class::cast)
                .map(asked ->
                        new Tool(
                                before.id(),
                                call,
                                asked.turn(),
                                agent(before, asked.turn()),
                                asked.use().name()));
    }

    private static Optional<RunEvent.Asked> asked(RunState before, CallId call) {
        return before instanceof Run run
                ? run.calls().inFlight(call).map(open -> open.asked())
                : Optional.empty();
    }

    private static AgentName agent(RunState state, int turn) {
        return switch (state) {
            case Run run -> run.turn(turn).agent();
            case RunState.Unstarted unstarted ->
                    throw new IllegalStateException(
                            "run %s: turn %d (expected: a run)".formatted(unstarted.id(), turn));
        };
    }
}
