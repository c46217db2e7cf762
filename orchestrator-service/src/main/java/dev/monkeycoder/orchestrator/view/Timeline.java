package dev.monkeycoder.orchestrator.view;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.run.Calls.Call;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened in a run, in order, for people: each thing once, with how long it took.
public record Timeline(List<Entry> entries) {
    private static final int DETAIL = 300;

    public Timeline {
        entries = List.copyOf(entries);
    }

    /// @param kind of what happened, such as `tool.finished`; where clients get an event of it, its
    ///   type
    /// @param ms how long it took, from when it was asked for
    public record Entry(
            Instant at,
            int version,
            String kind,
            Optional<AgentName> agent,
            Optional<Integer> turn,
            String title,
            Optional<String> detail,
            Optional<Long> ms,
            Optional<Usage> usage,
            Optional<Money> costMicros) {

        Entry by(Turn of) {
            return new Entry(
                    at,
                    version,
                    kind,
                    Optional.of(of.agent()),
                    Optional.of(of.number()),
                    title,
                    detail,
                    ms,
                    usage,
                    costMicros);
        }

        Entry took(Optional<Instant> since) {
            var took = since.map(start -> Duration.between(start, at).toMillis());
            return new Entry(
                    at, version, kind, agent, turn, title, detail, took, usage, costMicros);
        }

        Entry spent(Usage used, Money cost) {
            return new Entry(
                    at,
                    version,
                    kind,
                    agent,
                    turn,
                    title,
                    detail,
                    ms,
                    Optional.of(used),
                    Optional.of(cost));
        }
    }

    public static Timeline of(List<Change> history) {
        var entries = new ArrayList<Entry>();
        var asked = new HashMap<CallId, Instant>();
        for (var change : history) {
            if (change.stored().event() instanceof RunEvent.Asked call) {
                asked.put(call.call(), change.stored().at());
            }
            if (change.after() instanceof Run run) {
                entry(change, run, asked).ifPresent(entries::add);
            }
        }
        return new Timeline(entries);
    }

    private static Optional<Entry> entry(Change change, Run run, Map<CallId, Instant> asked) {
        return switch (change.stored().event()) {
            case RunEvent.RunStarted start ->
                    shown(change, "run.started", start.pattern(), start.spec().prompt());
            case RunEvent.Result result ->
                    result(change, run, result)
                            .map(entry ->
                                    entry.took(Optional.ofNullable(asked.get(result.call()))));
            case RunEvent.TurnStarted start ->
                    shown(change, "turn.started", "turn " + start.turn(), start.instruction())
                            .map(entry -> entry.by(run.turn(start.turn())));
            case RunEvent.ToolRefused refused ->
                    shown(
                                    change,
                                    "tool.finished",
                                    refused.use().name() + " (refused)",
                                    refused.reason())
                            .map(entry -> entry.by(run.turn(refused.turn())));
            case RunEvent.TurnEnded ended -> turnEnded(change, run.turn(ended.turn()));
            case RunEvent.HandedOver handoff ->
                    shown(
                            change,
                            "handoff.made",
                            "%s → %s".formatted(handoff.from(), handoff.to()),
                            handoff.reason());
            case RunEvent.CallRepeated repeated ->
                    shown(
                            change,
                            "call.repeated",
                            title(run, repeated.call()) + " asked again",
                            "");
            case RunEvent.ResultCameLate late ->
                    shown(change, "result.late", "call " + late.call().number() + " came late", "")
                            .map(entry -> entry.spent(late.usage(), late.cost()));
            case RunEvent.CancelAsked cancel ->
                    shown(change, "run.cancelling", "cancelling", cancel.reason());
            case RunEvent.Closing closing -> closed(change, run, closing);
            case RunEvent.Asked _ -> Optional.empty();
        };
    }

    private static Optional<Entry> result(Change change, Run run, RunEvent.Result result) {
        var turn = turnOf(change.before(), result.call()).map(run::turn);
        var entry =
                switch (result) {
                    case RunEvent.ContextPrepared prepared ->
                            shown(
                                    change,
                                    "context.prepared",
                                    "context prepared",
                                    prepared.summary());
                    case RunEvent.ModelAnswered answer ->
                            shown(
                                            change,
                                            "message.completed",
                                            answer.vendor() + "/" + answer.model(),
                                            answer.text())
                                    .map(shown -> shown.spent(answer.usage(), answer.cost()));
                    case RunEvent.ToolAnswered answer ->
                            shown(
                                    change,
                                    "tool.finished",
                                    title(change.before(), answer.call())
                                            + (answer.error() ? " (error)" : ""),
                                    answer.changed().map(path -> "wrote " + path).orElse(""));
                    case RunEvent.CallFailed failed ->
                            shown(
                                            change,
                                            "call.failed",
                                            title(change.before(), failed.call()) + " failed",
                                            failed.failure().detail())
                                    .map(shown -> shown.spent(failed.usage(), failed.cost()));
                };
        return entry.map(shown -> turn.map(shown::by).orElse(shown));
    }

    private static Optional<Entry> turnEnded(Change change, Turn turn) {
        return shown(
                        change,
                        "turn.completed",
                        "turn " + turn.number() + " ended",
                        turn.end().map(Turn.End::answer).orElse(""))
                .map(entry ->
                        entry.by(turn)
                                .spent(turn.spent().usage(), turn.spent().cost())
                                .took(Optional.of(turn.startedAt())));
    }

    private static Optional<Entry> closed(Change change, Run run, RunEvent.Closing closing) {
        var entry =
                switch (closing) {
                    case RunEvent.RunFinished(var answer) ->
                            shown(change, "run.finished", "finished", answer);
                    case RunEvent.RunFailed(var failure) ->
                            shown(change, "run.failed", "failed", failure.detail());
                    case RunEvent.RunCancelled(var reason) ->
                            shown(change, "run.cancelled", "cancelled", reason);
                };
        var spent = run.work().spent();
        return entry.map(shown ->
                shown.spent(spent.usage(), spent.cost()).took(Optional.of(run.startedAt())));
    }

    private static Optional<Entry> shown(Change change, String kind, String title, String detail) {
        return Optional.of(
                new Entry(
                        change.stored().at(),
                        change.stored().version(),
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        title,
                        detail.isBlank()
                                ? Optional.empty()
                                : Optional.of(Texts.cut(detail.strip(), DETAIL)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Optional<Call> inFlight(RunState state, CallId call) {
        return state instanceof Run run ? run.calls().inFlight(call) : Optional.empty();
    }

    private static Optional<Integer> turnOf(RunState state, CallId call) {
        return inFlight(state, call).flatMap(open -> open.asked().inTurn());
    }

    private static String title(RunState state, CallId call) {
        return inFlight(state, call)
                .map(open ->
                        switch (open.asked()) {
                            case RunEvent.ContextAsked _ -> "context";
                            case RunEvent.ModelAsked _ -> "model call";
                            case RunEvent.ToolAsked asked -> asked.use().name();
                        })
                .orElse("call " + call.number());
    }
}
