package dev.monkeycoder.orchestrator.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.run.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The agents and tools that new runs can have. A run keeps its own copy from its start on.
public record Catalogue(List<Agent> agents, List<ToolSpec> tools) {
    public Catalogue {
        agents = List.copyOf(agents);
        tools = List.copyOf(tools);
    }

    /// The catalogue that comes with this service.
    ///
    /// @throws InvalidDefinition when one of its files is wrong
    public static Catalogue builtIn() {
        var tools = ToolFile.parse("tools.yaml", resource("/tools.yaml"));
        return new Catalogue(
                AgentFile.parse("agents.yaml", resource("/agents.yaml"), tools), tools);
    }

    public Optional<Agent> named(AgentName name) {
        return agents.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    /// The agent that is one of the API's personas.
    public Optional<Agent> persona(String persona) {
        return agents.stream()
                .filter(agent -> agent.persona().filter(persona::equals).isPresent())
                .findFirst();
    }

    /// All names, for a message that says which there are.
    public String names() {
        return agents.stream().map(agent -> agent.name().value()).collect(joining(", "));
    }

    public String personas() {
        return agents.stream().flatMap(agent -> agent.persona().stream()).collect(joining(", "));
    }

    private static String resource(String name) {
        try (var in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + ": missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
