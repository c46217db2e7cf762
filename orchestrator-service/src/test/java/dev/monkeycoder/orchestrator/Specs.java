package dev.monkeycoder.orchestrator;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Run requests for tests.
public final class Specs {
    public static final Limits LIMITS = new Limits(60, 1_000_000, new Money(5_000_000), 1800);
    public static final SessionId SESSION = SessionId.of("01934b6a-0000-7000-8000-000000000003");

    private Specs() {}

    public static RunSpec of(String pattern, String... agents) {
        return limited(LIMITS, pattern, agents);
    }

    public static RunSpec limited(Limits limits, String pattern, String... agents) {
        return new RunSpec(
                "Add a discount to the order total.",
                "custom",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(Play.WORKSPACE),
                Optional.empty(),
                Stream.of(agents).map(AgentName::new).toList(),
                pattern,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                limits);
    }

    /// One that says all that a client can say.
    public static RunSpec full(String pattern, String... agents) {
        return new RunSpec(
                "Add a discount to the order total.",
                "code_generation",
                Optional.of("architect"),
                Optional.of("Use tabs."),
                List.of(new RunSpec.File("notes.txt", "Hello")),
                Optional.empty(),
                Optional.of(SESSION),
                Stream.of(agents).map(AgentName::new).toList(),
                pattern,
                Optional.of("openai/gpt-x"),
                List.of("groq", "xai"),
                Optional.of(0.7),
                Optional.of(2000),
                LIMITS);
    }

    public static RunSpec persona(String persona, String... agents) {
        var full = full("sequential", agents);
        return new RunSpec(
                full.prompt(),
                full.taskType(),
                Optional.of(persona),
                Optional.empty(),
                List.of(),
                full.workspace(),
                Optional.empty(),
                full.agents(),
                full.pattern(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                LIMITS);
    }
}
