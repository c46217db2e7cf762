package dev.monkeycoder.gateway.run;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.events.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the JSON of `POST /api/v1/runs`.
public final class RunForm {
    static final int LONGEST_PROMPT = 200_000;
    static final int MOST_FILES = 500;
    static final int MOST_AGENTS = 16;
    static final List<String> TEAM = List.of("planner", "developer", "reviewer");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}");

    private final RunSpec.Limits usual;
    private final RunSpec.Limits most;

    /// @param usual the limits of a run that asks for none
    /// @param most the limits that no run may ask more than
    public RunForm(RunSpec.Limits usual, RunSpec.Limits most) {
        this.usual = usual;
        this.most = most;
    }

    /// A request that is whole, or all that is wrong with it.
    public sealed interface Reading {
        record Good(RunSpec spec) implements Reading {}

        record Bad(List<Fault> faults) implements Reading {}
    }

    enum Arrangement {
        SEQUENTIAL,
        HANDOFF;

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Reading read(Map<?, ?> json) {
        var fields = Fields.of(json);
        var prompt = prompt(fields);
        var taskType =
                fields.choice("task_type", TaskType.class, TaskType::wireName)
                        .orElse(TaskType.CUSTOM);
        var named = fields.choice("persona", Persona.class, Persona::wireName);
        var persona = prompt.persona().or(() -> named);
        var files = files(fields);
        var team = team(fields, persona);
        var spec =
                new Draft(
                        fields.text("custom_instructions", LONGEST_PROMPT),
                        fields.uuid("workspace").map(WorkspaceId::new),
                        fields.uuid("session_id").map(SessionId::new),
                        model(fields),
                        vendors(fields),
                        fields.decimal("temperature", 0, 2),
                        fields.integer("max_tokens", 1, 1_000_000).map(Long::intValue),
                        limits(fields));
        if (persona.equals(Optional.of(Persona.CUSTOM)) && spec.instructions().isEmpty()) {
            fields.fault("custom_instructions", "is missing: the persona custom needs it");
        }
        if (spec.workspace().isPresent() && !files.isEmpty()) {
            fields.fault("files", "can't be given together with workspace");
        }
        fields.refuseOthers();
        return fields.faults().isEmpty()
                ? new Reading.Good(spec.spec(prompt.text(), taskType, persona, files, team))
                : new Reading.Bad(fields.faults());
    }

    private static Prompt prompt(Fields fields) {
        var before = fields.faults().size();
        var text = fields.text("prompt", LONGEST_PROMPT);
        if (text.isEmpty() && fields.faults().size() == before) {
            fields.fault("prompt", "is missing");
        }
        var prompt = Prompt.parse(text.orElse(""));
        if (text.isPresent() && prompt.text().isBlank()) {
            fields.fault("prompt", "has nothing after its slash command");
        }
        return prompt;
    }

    private record Team(Arrangement arrangement, List<AgentName> agents) {}

    /// Who takes part. One agent, or a persona alone, works in sequence; otherwise agents hand over
    /// to each other, by default a planner, a developer and a reviewer. No names leave the choice
    /// to the orchestrator: the persona's own agent, or the usual team one after the other.
    private static Team team(Fields fields, Optional<Persona> persona) {
        var agents =
                fields.texts(
                        "agents",
                        MOST_AGENTS,
                        (path, name) -> matching(fields, path, name, NAME, "an agent's name"));
        if (new HashSet<>(agents).size() < agents.size()) {
            fields.fault("agents", "has a name twice");
        }
        var asked = fields.choice("pattern", Arrangement.class, Arrangement::wireName);
        var single = agents.size() == 1 || (agents.isEmpty() && persona.isPresent());
        var arrangement = asked.orElse(single ? Arrangement.SEQUENTIAL : Arrangement.HANDOFF);
        var names = agents.isEmpty() && arrangement == Arrangement.HANDOFF ? TEAM : agents;
        return new Team(arrangement, names.stream().map(AgentName::new).toList());
    }

    private static Optional<String> model(Fields fields) {
        return fields.text("model", 200)
                .flatMap(model -> matching(fields, "model", model, MODEL, "a model's name"));
    }

    private static List<String> vendors(Fields fields) {
        return fields.choices("preferred_vendors", Vendor.class, Vendor::wireName).stream()
                .map(Vendor::wireName)
                .distinct()
                .toList();
    }

    private static Optional<String> matching(
            Fields fields, String path, String text, Pattern form, String what) {
        if (form.matcher(text).matches()) {
            return Optional.of(text);
        }
        fields.fault(path, "is not " + what + " (expected: " + form + ")");
        return Optional.empty();
    }

    private static List<RunSpec.File> files(Fields fields) {
        Set<String> paths = new HashSet<>();
        return fields.objects("files", MOST_FILES, file -> file(file, paths));
    }

    private static Optional<RunSpec.File> file(Fields file, Set<String> paths) {
        var path = file.content("path");
        var content = file.content("content");
        file.refuseOthers();
        var wrong = path.isEmpty() ? Optional.of("is missing") : FilePath.fault(path.get());
        if (wrong.isPresent()) {
            file.fault("path", wrong.get());
            return Optional.empty();
        }
        if (content.isEmpty()) {
            file.fault("content", "is missing");
            return Optional.empty();
        }
        if (!paths.add(path.get())) {
            file.fault("path", "is there twice");
            return Optional.empty();
        }
        return Optional.of(new RunSpec.File(path.get(), content.get()));
    }

    private RunSpec.Limits limits(Fields fields) {
        var seconds = fields.integer("timeout_seconds", 1, most.seconds());
        var budget = fields.object("budget");
        var steps = budget.integer("max_steps", 1, most.steps());
        var tokens = budget.integer("max_tokens", 1, most.tokens());
        var cost = budget.integer("max_cost_micros", 0, most.cost().micros());
        budget.refuseOthers();
        return new RunSpec.Limits(
                steps.map(Long::intValue).orElse(usual.steps()),
                tokens.orElse(usual.tokens()),
                cost.map(Money::new).orElse(usual.cost()),
                seconds.map(Long::intValue).orElse(usual.seconds()));
    }

    private record Draft(
            Optional<String> instructions,
            Optional<WorkspaceId> workspace,
            Optional<SessionId> session,
            Optional<String> model,
            List<String> vendors,
            Optional<Double> temperature,
            Optional<Integer> maxTokens,
            RunSpec.Limits limits) {

        RunSpec spec(
                String prompt,
                TaskType taskType,
                Optional<Persona> persona,
                List<RunSpec.File> files,
                Team team) {
            return new RunSpec(
                    prompt,
                    taskType.wireName(),
                    persona.map(Persona::wireName),
                    instructions,
                    files,
                    workspace,
                    session,
                    team.agents(),
                    team.arrangement().wireName(),
                    model,
                    vendors,
                    temperature,
                    maxTokens,
                    limits);
        }
    }
}
