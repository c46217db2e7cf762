package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.agent.Catalogue;
import dev.monkeycoder.orchestrator.pattern.Patterns;
import dev.monkeycoder.orchestrator.run.Agent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Chooses pattern and team of a new run. The run keeps the definitions as they are now.
public record Casting(Catalogue catalogue, Patterns patterns) {
    private static final List<AgentName> USUAL_TEAM =
            List.of(
                    new AgentName("planner"),
                    new AgentName("developer"),
                    new AgentName("reviewer"));

    /// @param failure why the run can't begin; absent: it can
    public record Cast(
            String pattern, List<Agent> agents, List<ToolSpec> tools, Optional<Failure> failure) {}

    public Cast cast(RunSpec spec) {
        var number = patterns.newest(spec.pattern());
        if (number.isEmpty()) {
            return refused(spec, "pattern", spec.pattern(), String.join(", ", patterns.names()));
        }
        var persona = spec.persona().flatMap(catalogue::persona);
        if (spec.persona().isPresent() && persona.isEmpty()) {
            return refused(spec, "persona", spec.persona().get(), catalogue.personas());
        }
        var names = names(spec, persona);
        var unknown = names.stream().filter(name -> catalogue.named(name).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            return refused(spec, "agents", unknown.get().value(), catalogue.names());
        }
        return new Cast(
                number.get(), team(spec, names, persona), catalogue.tools(), Optional.empty());
    }

    /// Without agents the persona works alone, and without a persona the usual team does.
    private static Set<AgentName> names(RunSpec spec, Optional<Agent> persona) {
        if (!spec.agents().isEmpty()) {
            return new LinkedHashSet<>(spec.agents());
        }
        return new LinkedHashSet<>(persona.map(agent -> List.of(agent.name())).orElse(USUAL_TEAM));
    }

    private List<Agent> team(RunSpec spec, Set<AgentName> names, Optional<Agent> persona) {
        var team = names.stream().flatMap(name -> catalogue.named(name).stream()).toList();
        return IntStream.range(0, team.size())
                .mapToObj(place -> place == 0 ? led(team.getFirst(), persona) : team.get(place))
                .map(agent -> agent.handingTo(targets(spec, agent, names)))
                .toList();
    }

    /// The persona's instructions lead those of the team's first agent.
    private static Agent led(Agent first, Optional<Agent> persona) {
        return persona.filter(lead -> !lead.name().equals(first.name()))
                .map(lead -> first.ledBy(lead.instructions()))
                .orElse(first);
    }

    /// Whom an agent hands over to: those of its definition that are on the team, else anybody else
    /// on the team.
    private List<AgentName> targets(RunSpec spec, Agent agent, Set<AgentName> team) {
        if (!patterns.handsOver(spec.pattern())) {
            return List.of();
        }
        var usual = agent.handoffs().stream().filter(team::contains).toList();
        return usual.isEmpty()
                ? team.stream().filter(name -> !name.equals(agent.name())).toList()
                : usual;
    }

    private static Cast refused(RunSpec spec, String field, String value, String expected) {
        var detail = "%s: %s (expected: one of %s)".formatted(field, value, expected);
        return new Cast(
                spec.pattern(),
                List.of(),
                List.of(),
                Optional.of(new Failure(Failure.Kind.INVALID, detail)));
    }
}
