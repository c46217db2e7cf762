package dev.monkeycoder.orchestrator.view;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.Turn;
import dev.monkeycoder.orchestrator.run.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A run as it stands: what `GET /internal/runs/{id}` answers.
///
/// @param status `running`, `cancelling`, `finished`, `failed` or `cancelled`
/// @param steps model calls so far
/// @param version of the newest stored event
/// @param byAgent sums, in the order in which agents first had a turn
public record RunView(
        RunId id,
        String status,
        String prompt,
        String pattern,
        List<AgentName> agents,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<String> answer,
        Optional<Failure> failure,
        Optional<Workspace> workspace,
        Usage usage,
        Money costMicros,
        int steps,
        String traceId,
        int version,
        List<AgentSums> byAgent) {

    /// @param baseVersion as the run found it
    /// @param version as it is now
    public record Workspace(WorkspaceId id, int baseVersion, int version) {}

    public record AgentSums(
            AgentName agent, int turns, long inputTokens, long outputTokens, Money costMicros) {}

    public static RunView of(Run run) {
        var spent = run.work().spent();
        return new RunView(
                run.id(),
                status(run.life()),
                run.start().spec().prompt(),
                run.start().pattern(),
                run.start().agents().stream().map(Agent::name).toList(),
                run.startedAt(),
                run.life() instanceof Life.Ended ended ? Optional.of(ended.at()) : Optional.empty(),
                run.life() instanceof Life.Finished finished
                        ? Optional.of(finished.answer())
                        : Optional.empty(),
                run.life() instanceof Life.Failed failed
                        ? Optional.of(failed.failure())
                        : Optional.empty(),
                run.work().context().map(RunView::workspace),
                spent.usage(),
                spent.cost(),
                spent.steps(),
                run.start().trace().traceId(),
                run.version(),
                sums(run));
    }

    /// The same with another prompt: it is kept apart from what changes.
    public RunView prompting(String text) {
        return new RunView(
                id,
                status,
                text,
                pattern,
                agents,
                createdAt,
                endedAt,
                answer,
                failure,
                workspace,
                usage,
                costMicros,
                steps,
                traceId,
                version,
                byAgent);
    }

    public static String status(Life life) {
        return switch (life) {
            case Life.Running _ -> "running";
            case Life.Cancelling _ -> "cancelling";
            case Life.Finished _ -> "finished";
            case Life.Failed _ -> "failed";
            case Life.Cancelled _ -> "cancelled";
        };
    }

    private static Workspace workspace(Work.Context context) {
        return new Workspace(
                context.base().workspace(), context.base().version(), context.version());
    }

    private static List<AgentSums> sums(Run run) {
        return run.work().turns().stream()
                .map(Turn::agent)
                .distinct()
                .map(agent -> sum(agent, run.work().turns()))
                .toList();
    }

    private static AgentSums sum(AgentName agent, List<Turn> turns) {
        var usage = Usage.NONE;
        var cost = Money.ZERO;
        var count = 0;
        for (var turn : turns) {
            if (turn.agent().equals(agent)) {
                usage = usage.plus(turn.spent().usage());
                cost = cost.plus(turn.spent().cost());
                count++;
            }
        }
        return new AgentSums(agent, count, usage.input(), usage.output(), cost);
    }
}
