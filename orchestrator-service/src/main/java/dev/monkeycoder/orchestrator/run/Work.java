package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.events.WorkspaceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What has been done in a run so far.
///
/// @param context absent until context-service has prepared it
/// @param broken why the run can't go on, once a call that it can't do without has failed
public record Work(
        Optional<Context> context,
        List<Turn> turns,
        List<RunEvent.HandedOver> handoffs,
        Spent spent,
        Optional<Failure> broken) {
    static final Work NOTHING =
            new Work(Optional.empty(), List.of(), List.of(), Spent.NOTHING, Optional.empty());

    public Work {
        turns = List.copyOf(turns);
        handoffs = List.copyOf(handoffs);
    }

    /// What the agents work on.
    ///
    /// @param base the workspace as the run found it
    /// @param version the newest version that a tool reported
    public record Context(
            WorkspaceVersion base, int version, String summary, List<Message> history) {
        public Context {
            history = List.copyOf(history);
        }

        public WorkspaceVersion workspace() {
            return new WorkspaceVersion(base.workspace(), version);
        }

        /// Results of parallel tools come in any order: the newest version counts.
        Context seen(int other) {
            return new Context(base, Math.max(version, other), summary, history);
        }
    }

    Work opened(RunEvent.TurnStarted start, Instant at) {
        var more = Stream.concat(turns.stream(), Stream.of(Turn.started(start, at))).toList();
        return new Work(context, more, handoffs, spent, broken);
    }

    Work modelAsked(RunEvent.ModelAsked asked) {
        return turn(asked.turn(), Turn::asked).spent(spent.step());
    }

    Work toolAsked(RunEvent.ToolAsked asked) {
        var step = new Turn.ToolStep(asked.call(), asked.use(), Optional.empty());
        return turn(asked.turn(), open -> open.using(step));
    }

    Work toolRefused(RunEvent.ToolRefused refused) {
        var outcome = new Turn.Outcome(refused.reason(), true);
        var step = new Turn.ToolStep(refused.call(), refused.use(), Optional.of(outcome));
        return turn(refused.turn(), open -> open.using(step));
    }

    /// With the first result of a call.
    Work with(RunEvent.Asked asked, RunEvent.Result result) {
        return switch (result) {
            case RunEvent.ContextPrepared prepared -> prepared(prepared);
            case RunEvent.ModelAnswered answer -> modelAnswered(turnOf(asked), answer);
            case RunEvent.ToolAnswered answer -> toolAnswered(turnOf(asked), answer);
            case RunEvent.CallFailed failed -> failed(asked, failed);
        };
    }

    Work late(RunEvent.Asked asked, RunEvent.ResultCameLate late) {
        var work = late.workspaceVersion().map(this::seen).orElse(this);
        return switch (asked) {
            case RunEvent.ModelAsked(_, var turn, _, _) ->
                    work.billed(turn, late.usage(), late.cost());
            case RunEvent.ToolAsked _, RunEvent.ContextAsked _ -> work;
        };
    }

    Work handedOver(RunEvent.HandedOver handoff) {
        var more = Stream.concat(handoffs.stream(), Stream.of(handoff)).toList();
        return new Work(context, turns, more, spent, broken);
    }

    Work ended(RunEvent.TurnEnded ended, Instant at) {
        return turn(ended.turn(), open -> open.ended(ended, at));
    }

    private Work prepared(RunEvent.ContextPrepared prepared) {
        var workspace = prepared.workspace();
        var made =
                new Context(workspace, workspace.version(), prepared.summary(), prepared.history());
        return new Work(Optional.of(made), turns, handoffs, spent, broken);
    }

    private Work modelAnswered(int turn, RunEvent.ModelAnswered answer) {
        return turn(turn, open -> open.answered(answer))
                .spent(spent.plus(answer.usage(), answer.cost()));
    }

    private Work toolAnswered(int turn, RunEvent.ToolAnswered answer) {
        return toolUsed(turn, answer.call(), new Turn.Outcome(answer.output(), answer.error()))
                .seen(answer.workspaceVersion());
    }

    private Work failed(RunEvent.Asked asked, RunEvent.CallFailed failed) {
        return switch (asked) {
            case RunEvent.ToolAsked(var call, var turn, _, _, _) ->
                    toolUsed(turn, call, lost(failed.failure()));
            case RunEvent.ModelAsked(_, var turn, _, _) ->
                    billed(turn, failed.usage(), failed.cost()).broken(failed.failure());
            case RunEvent.ContextAsked _ -> broken(failed.failure());
        };
    }

    private static int turnOf(RunEvent.Asked asked) {
        return asked.inTurn()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "call %s: answered as a turn's (expected: a context)"
                                        .formatted(asked.call())));
    }

    private Work toolUsed(int turn, CallId call, Turn.Outcome outcome) {
        return turn(turn, open -> open.used(call, outcome));
    }

    private static Turn.Outcome lost(Failure failure) {
        return new Turn.Outcome(
                "The tool gave no answer: %s. ".formatted(failure.detail())
                        + "It may have had its effect all the same: look before you try again.",
                true);
    }

    private Work billed(int turn, Usage usage, Money cost) {
        return turn(turn, of -> of.spent(of.spent().plus(usage, cost)))
                .spent(spent.plus(usage, cost));
    }

    private Work seen(int version) {
        return new Work(context.map(known -> known.seen(version)), turns, handoffs, spent, broken);
    }

    private Work spent(Spent now) {
        return new Work(context, turns, handoffs, now, broken);
    }

    private Work broken(Failure failure) {
        return new Work(context, turns, handoffs, spent, broken.or(() -> Optional.of(failure)));
    }

    private Work turn(int number, UnaryOperator<Turn> change) {
        var changed = new ArrayList<>(turns);
        changed.set(number - 1, change.apply(changed.get(number - 1)));
        return new Work(context, changed, handoffs, spent, broken);
    }
}
