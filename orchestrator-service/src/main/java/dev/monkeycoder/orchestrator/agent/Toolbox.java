package dev.monkeycoder.orchestrator.agent;

import static java.util.stream.Collectors.joining;

import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Run;
import java.util.List;
import java.util.stream.Stream;

/// The tools that an agent has in a run. What is not offered is refused, too.
final class Toolbox {
    private Toolbox() {}

    static List<ToolSpec> of(Run run, Agent agent) {
        return Stream.concat(
                        ordinary(run, agent),
                        agent.handoffs().stream().map(run::agent).map(Transfers::spec))
                .toList();
    }

    static boolean has(Run run, Agent agent, String tool) {
        return ordinary(run, agent).anyMatch(spec -> spec.name().equals(tool));
    }

    static String names(Run run, Agent agent) {
        return of(run, agent).stream().map(ToolSpec::name).collect(joining(", "));
    }

    private static Stream<ToolSpec> ordinary(Run run, Agent agent) {
        return run.start().tools().stream().filter(tool -> agent.tools().contains(tool.name()));
    }
}
