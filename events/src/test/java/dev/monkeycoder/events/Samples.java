package dev.monkeycoder.events;

import dev.monkeycoder.events.RunSpec.File;
import dev.monkeycoder.events.RunSpec.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One full event of each kind, as the golden files have them.
final class Samples {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");
    private static final RunId RUN = RunId.of("01934b6a-0000-7000-8000-000000000001");
    private static final CallId CALL = new CallId(RUN, 3);
    private static final WorkspaceId WORKSPACE =
            WorkspaceId.of("01934b6a-0000-7000-8000-000000000002");
    private static final SessionId SESSION = SessionId.of("01934b6a-0000-7000-8000-000000000003");
    private static final WorkspaceVersion VERSION = new WorkspaceVersion(WORKSPACE, 4);
    private static final AgentName PLANNER = new AgentName("planner");
    private static final AgentName DEVELOPER = new AgentName("developer");
    private static final Usage USAGE = new Usage(1200, 340, 1000, 20, 64);
    private static final Money COST = new Money(54_399);
    private static final Limits LIMITS = new Limits(60, 1_000_000, new Money(5_000_000), 1800);
    private static final ToolUse USE =
            new ToolUse("toolu_1", "read_file", "{\"path\":\"pom.xml\"}");
    private static final ToolSpec TOOL =
            new ToolSpec("read_file", "Reads a file.", "{\"type\":\"object\"}");

    private Samples() {}

    static List<Event> all() {
        return List.of(
                new RunCommand.RunRequested(RUN, spec()),
                new RunCommand.RunCancelRequested(RUN, "no longer needed"),
                new ContextCommand.ContextRequested(
                        CALL,
                        Optional.of(WORKSPACE),
                        List.of(new File("src/A.java", "class A {}\n")),
                        Optional.of(SESSION),
                        AT),
                new ContextCommand.ToolRequested(CALL, 2, DEVELOPER, USE, VERSION, AT),
                new ModelCommand.ModelRequested(
                        CALL,
                        2,
                        DEVELOPER,
                        Optional.of("openai/gpt-5"),
                        List.of("openai", "groq"),
                        messages(),
                        List.of(TOOL),
                        Optional.of(0.2),
                        4096,
                        AT),
                new CallResult.ContextPrepared(CALL, VERSION, "12 files, Maven", messages()),
                new CallResult.ModelCompleted(
                        CALL,
                        2,
                        "openai",
                        "gpt-5-2026",
                        "Done.",
                        List.of(USE),
                        "tool_calls",
                        USAGE,
                        COST),
                new CallResult.ToolCompleted(
                        CALL, "wrote 12 lines", false, VERSION, Optional.of("src/A.java")),
                new CallResult.CallFailed(CALL, failure(), USAGE, COST),
                new Fact.UsageRecorded(
                        CALL, 2, DEVELOPER, "openai", "gpt-5", USAGE, COST, true, "cut", AT),
                new Fact.TurnRecorded(RUN, SESSION, 2, DEVELOPER, "Add a discount", "Done.", AT),
                new Fact.KeyRevoked("abc123def456"),
                new Fact.CallsCancelled(RUN, List.of(CALL)),
                new ClientEvent.RunStarted(
                        RUN,
                        1,
                        AT,
                        "handoff/1",
                        List.of(PLANNER, DEVELOPER),
                        "4bf92f3577b34da6a3ce929d0e0e4736"),
                new ClientEvent.TurnStarted(RUN, 4, AT, 1, PLANNER),
                new ClientEvent.TextDelta(RUN, 1, CALL, 1, 12, "plan"),
                new ClientEvent.TurnRestarted(RUN, 1, CALL, 2),
                new ClientEvent.MessageCompleted(
                        RUN,
                        6,
                        AT,
                        1,
                        PLANNER,
                        CALL,
                        2,
                        "Done.",
                        List.of(USE),
                        "openai",
                        "gpt-5",
                        USAGE,
                        COST),
                new ClientEvent.ToolStarted(RUN, 7, AT, 1, PLANNER, CALL, USE),
                new ClientEvent.ToolFinished(
                        RUN,
                        8,
                        AT,
                        1,
                        PLANNER,
                        CALL,
                        "write_file",
                        false,
                        "wrote 12 lines",
                        Optional.of("src/A.java")),
                new ClientEvent.HandoffMade(
                        RUN,
                        9,
                        AT,
                        1,
                        PLANNER,
                        DEVELOPER,
                        "the plan is ready",
                        "1. do it",
                        4,
                        LIMITS),
                new ClientEvent.TurnCompleted(RUN, 10, AT, 1, PLANNER, USAGE, COST),
                new ClientEvent.RunCancelling(RUN, 11, AT, "no longer needed"),
                new ClientEvent.RunFinished(RUN, 12, AT, "Done.", 4, USAGE, COST),
                new ClientEvent.RunFailed(RUN, 12, AT, failure(), USAGE, COST),
                new ClientEvent.RunCancelled(RUN, 12, AT, "no longer needed", USAGE, COST));
    }

    private static RunSpec spec() {
        return new RunSpec(
                "add a discount",
                "code_generation",
                Optional.of("developer"),
                Optional.of("be brief"),
                List.of(new File("src/A.java", "class A {}\n")),
                Optional.of(WORKSPACE),
                Optional.of(SESSION),
                List.of(PLANNER, DEVELOPER),
                "handoff",
                Optional.of("openai/gpt-5"),
                List.of("openai"),
                Optional.of(0.2),
                Optional.of(4096),
                LIMITS);
    }

    private static List<Message> messages() {
        return List.of(
                new Message.Instructions("You are the agent \"developer\"."),
                new Message.User("add a discount"),
                new Message.Assistant("I read it.", List.of(USE)),
                new Message.ToolResult("toolu_1", "read_file", "<project/>"));
    }

    private static Failure failure() {
        return new Failure(Failure.Kind.UNAVAILABLE, "openai answered 503 three times.");
    }
}
