package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One full event of each kind, as the golden files have them.
final class Samples {
    private static final Instant DEADLINE = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final CallId CALL = new CallId(Play.RUN, 3);
    private static final AgentName PLANNER = new AgentName("planner");
    private static final AgentName DEVELOPER = new AgentName("developer");
    private static final Limits LEFT = new Limits(58, 998_000, new Money(4_980_000), 1780);
    private static final ToolUse USE = new ToolUse("use-1", "read_file", "{\"path\":\"a.txt\"}");

    private Samples() {}

    static Stream<RunEvent> all() {
        return Stream.concat(
                Stream.of(started()), Stream.concat(turns(), Stream.concat(calls(), ends())));
    }

    private static RunEvent started() {
        var agent =
                new Agent(
                        PLANNER,
                        2,
                        "Plans.",
                        "Make a plan.",
                        Optional.of("architect"),
                        List.of("read_file"),
                        List.of(DEVELOPER),
                        Optional.of(0.2),
                        Optional.of(4096));
        return new RunEvent.RunStarted(
                Specs.full("handoff", "planner", "developer"),
                "handoff/1",
                List.of(agent),
                List.of(new ToolSpec("read_file", "Reads.", "{\"type\":\"object\"}")),
                Play.TENANT,
                Play.CALLER,
                new Trace(Play.TRACE, Optional.of("00f067aa0ba902b7"), true));
    }

    private static Stream<RunEvent> turns() {
        return Stream.of(
                new RunEvent.TurnStarted(2, DEVELOPER, "Handed over.", Optional.of(1), LEFT),
                new RunEvent.TurnEnded(
                        1, "a plan", Optional.of(new Transfer(DEVELOPER, "planned", "do it"))),
                new RunEvent.HandedOver(1, PLANNER, DEVELOPER, "planned", "do it", 4, LEFT));
    }

    private static Stream<RunEvent> calls() {
        var usage = new Usage(100, 20, 10, 5, 3);
        return Stream.of(
                new RunEvent.ContextAsked(CALL, DEADLINE),
                new RunEvent.ContextPrepared(
                        CALL,
                        Play.workspace(4),
                        "A Java project.",
                        List.of(
                                new Message.User("before"),
                                new Message.Assistant("yes", List.of()))),
                new RunEvent.ModelAsked(CALL, 1, 8192, DEADLINE),
                new RunEvent.ModelAnswered(
                        CALL,
                        2,
                        "openai",
                        "gpt-x",
                        "I read.",
                        List.of(USE),
                        "tool_calls",
                        usage,
                        new Money(1234)),
                new RunEvent.ToolAsked(CALL, 1, USE, Play.workspace(4), DEADLINE),
                new RunEvent.ToolRefused(CALL, 1, USE, "not a tool of yours"),
                new RunEvent.ToolAnswered(CALL, "written", false, 5, Optional.of("a.txt")),
                new RunEvent.CallRepeated(CALL, DEADLINE),
                new RunEvent.CallFailed(
                        CALL,
                        new Failure(Failure.Kind.DEADLINE_EXCEEDED, "no answer"),
                        usage,
                        new Money(1234),
                        true),
                new RunEvent.ResultCameLate(CALL, usage, new Money(1234), Optional.of(6)));
    }

    private static Stream<RunEvent> ends() {
        return Stream.of(
                new RunEvent.CancelAsked("enough", Play.TENANT, Play.CALLER, DEADLINE),
                new RunEvent.RunFinished("done"),
                new RunEvent.RunFailed(
                        new Failure(Failure.Kind.LIMIT_REACHED, "all 60 model calls are used")),
                new RunEvent.RunCancelled("enough"));
    }
}
