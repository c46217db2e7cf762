package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.AgentName;
import java.util.List;
import java.util.Optional;

/// An agent as a run pinned it when it started: what the model is told, and what it may do.
///
/// @param version rises with each change of the definition
/// @param description what it is good for, in one sentence; other agents read it
/// @param instructions the model's instructions
/// @param persona the API's persona that this agent is, if it is one
/// @param tools the tools that it may use; a call of any other is refused
/// @param handoffs whom it may hand the work over to
/// @param temperature 0 to 2, unless the client says otherwise
/// @param maxTokens most output tokens of one model call, unless the client says otherwise
public record Agent(
        AgentName name,
        int version,
        String description,
        String instructions,
        Optional<String> persona,
        List<String> tools,
        List<AgentName> handoffs,
        Optional<Double> temperature,
        Optional<Integer> maxTokens) {
    public Agent {
        tools = List.copyOf(tools);
        handoffs = List.copyOf(handoffs);
    }

    /// The same agent in a team where it may hand over to `targets` only.
    public Agent handingTo(List<AgentName> targets) {
        return new Agent(
                name,
                version,
                description,
                instructions,
                persona,
                tools,
                targets,
                temperature,
                maxTokens);
    }

    /// The same agent with `lead` before its own instructions.
    public Agent ledBy(String lead) {
        return new Agent(
                name,
                version,
                description,
                lead.strip() + "\n\n" + instructions,
                persona,
                tools,
                handoffs,
                temperature,
                maxTokens);
    }
}
