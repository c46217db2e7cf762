package dev.monkeycoder.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.gateway.run.RunForm.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFormTest {
    private static final RunSpec.Limits USUAL =
            new RunSpec.Limits(40, 1_000_000, new Money(5_000_000), 1800);
    private static final RunSpec.Limits MOST =
            new RunSpec.Limits(400, 10_000_000, new Money(100_000_000), 86_400);
    private static final String ID = "0198a000-0000-7000-8000-000000000001";

    private final RunForm form = new RunForm(USUAL, MOST);

    @Test
    void aPromptIsEnough() {
        assertThat(good(Map.of("prompt", "add a discount")))
                .isEqualTo(
                        new RunSpec(
                                "add a discount",
                                "custom",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                names("planner", "developer", "reviewer"),
                                "handoff",
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                USUAL));
    }

    @Test
    void everyFieldReachesTheSpec() {
        var spec =
                good(
                        Map.ofEntries(
                                Map.entry("prompt", "/perf make it quick"),
                                Map.entry("task_type", "refactoring"),
                                Map.entry("persona", "tester"),
                                Map.entry("custom_instructions", "be brief"),
                                Map.entry("workspace", ID),
                                Map.entry("session_id", ID),
                                Map.entry("agents", List.of("planner", "developer")),
                                Map.entry("pattern", "sequential"),
                                Map.entry("model", "openai/gpt-5"),
                                Map.entry("preferred_vendors", List.of("xai", "groq", "xai")),
                                Map.entry("temperature", 1),
                                Map.entry("max_tokens", 300),
                                Map.entry("timeout_seconds", 60),
                                Map.entry(
                                        "budget",
                                        Map.of(
                                                "max_steps", 3,
                                                "max_tokens", 5_000_000_000L / 1000,
                                                "max_cost_micros", 0))));
        assertThat(spec)
                .isEqualTo(
                        new RunSpec(
                                "make it quick",
                                "refactoring",
                                Optional.of("performance_expert"),
                                Optional.of("be brief"),
                                List.of(),
                                Optional.of(WorkspaceId.of(ID)),
                                Optional.of(SessionId.of(ID)),
                                names("planner", "developer"),
                                "sequential",
                                Optional.of("openai/gpt-5"),
                                List.of("xai", "groq"),
                                Optional.of(1.0),
                                Optional.of(300),
                                new RunSpec.Limits(3, 5_000_000, Money.ZERO, 60)));
    }

    @Test
    void oneAgentOrAPersonaWorksAlone() {
        assertThat(good(Map.of("prompt", "x", "agents", List.of("reviewer"))))
                .returns("sequential", RunSpec::pattern)
                .returns(names("reviewer"), RunSpec::agents);
        assertThat(good(Map.of("prompt", "/review x")))
                .returns("sequential", RunSpec::pattern)
                .returns(Optional.of("reviewer"), RunSpec::persona)
                .returns(names(), RunSpec::agents);
        assertThat(good(Map.of("prompt", "x", "pattern", "sequential")))
                .returns("sequential", RunSpec::pattern)
                .returns(names(), RunSpec::agents);
        assertThat(good(Map.of("prompt", "x", "persona", "tester", "pattern", "handoff")))
                .returns("handoff", RunSpec::pattern)
                .returns(names("planner", "developer", "reviewer"), RunSpec::agents);
    }

    @Test
    void filesComeWithTheRequest() {
        var files =
                List.of(
                        Map.of("path", "src/A.java", "content", ""),
                        Map.of("path", "b", "content", "x"));
        assertThat(good(Map.of("prompt", "x", "files", files)).files())
                .containsExactly(new RunSpec.File("src/A.java", ""), new RunSpec.File("b", "x"));
    }

    @Test
    void aFieldThatIsNullIsAbsent() {
        var json = new HashMap<String, Object>(Map.of("prompt", "x"));
        json.put("model", null);
        json.put("budget", null);
        json.put("files", null);
        assertThat(good(json)).isEqualTo(good(Map.of("prompt", "x")));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var faults =
                bad(
                        Map.ofEntries(
                                Map.entry("prompt", " "),
                                Map.entry("task_type", "cooking"),
                                Map.entry("persona", 7),
                                Map.entry("workspace", "here"),
                                Map.entry("session_id", "mine"),
                                Map.entry(
                                        "agents", List.of("developer", "developer", "Bad Name", 3)),
                                Map.entry("pattern", "chaos"),
                                Map.entry("model", "a b"),
                                Map.entry("preferred_vendors", List.of("openai", "grok")),
                                Map.entry("temperature", 2.1),
                                Map.entry("max_tokens", 0),
                                Map.entry("timeout_seconds", 1.5),
                                Map.entry(
                                        "budget",
                                        Map.of(
                                                "max_steps", 401,
                                                "max_tokens", "many",
                                                "max_cost_micros", -1,
                                                "max_fun", 1)),
                                Map.entry("promt", "x")));
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "prompt",
                        "task_type",
                        "persona",
                        "workspace",
                        "session_id",
                        "agents",
                        "agents[2]",
                        "agents[3]",
                        "pattern",
                        "model",
                        "preferred_vendors[1]",
                        "temperature",
                        "max_tokens",
                        "timeout_seconds",
                        "budget.max_steps",
                        "budget.max_tokens",
                        "budget.max_cost_micros",
                        "budget.max_fun",
                        "promt");
    }

    @Test
    void filesAreCheckedOneByOne() {
        var files =
                List.of(
                        Map.of("path", "../x", "content", ""),
                        Map.of("path", "/x", "content", ""),
                        Map.of("path", "a//b", "content", ""),
                        Map.of("path", "a\\b", "content", ""),
                        Map.of("path", "ok", "content", "", "mode", 1),
                        Map.of("path", "ok", "content", ""),
                        Map.of("path", "empty"),
                        Map.of("content", "x"),
                        "x");
        assertThat(bad(Map.of("prompt", "x", "files", files)))
                .containsExactlyInAnyOrder(
                        "files[0].path",
                        "files[1].path",
                        "files[2].path",
                        "files[3].path",
                        "files[4].mode",
                        "files[5].path",
                        "files[6].content",
                        "files[7].path",
                        "files[8]");
    }

    @Test
    void someFieldsDoNotGoTogether() {
        var files = List.of(Map.of("path", "a", "content", "x"));
        assertThat(bad(Map.of("prompt", "x", "workspace", ID, "files", files)))
                .containsExactly("files");
        assertThat(bad(Map.of("prompt", "x", "persona", "custom")))
                .containsExactly("custom_instructions");
        assertThat(bad(Map.of("prompt", "/dev  "))).containsExactly("prompt");
        assertThat(bad(Map.of())).containsExactly("prompt");
    }

    private RunSpec good(Map<String, ?> json) {
        return switch (form.read(json)) {
            case Reading.Good(var spec) -> spec;
            case Reading.Bad(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<String> bad(Map<String, ?> json) {
        return switch (form.read(json)) {
            case Reading.Good(var spec) -> throw new AssertionError(spec.toString());
            case Reading.Bad(var faults) -> faults.stream().map(Fault::field).toList();
        };
    }

    private static List<AgentName> names(String... names) {
        return List.of(names).stream().map(AgentName::new).toList();
    }
}
