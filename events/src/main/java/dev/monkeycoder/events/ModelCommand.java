package dev.monkeycoder.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the orchestrator asks of provider-service. Answered by a [CallResult] of the same call.
public sealed interface ModelCommand extends Event {
    CallId call();

    @Override
    default String stream() {
        return call().run().toString();
    }

    /// Call a model and stream its text to the client topic; answered by `ModelCompleted`.
    ///
    /// @param model `vendor/model`, a model's name, or absent for the vendor's default
    /// @param preferredVendors tried first where the model leaves the vendor open
    /// @param maxTokens most output tokens, already bounded by what the run has left
    /// @param deadline after this the result is of no use: the call stops
    record ModelRequested(
            CallId call,
            int turn,
            AgentName agent,
            Optional<String> model,
            List<String> preferredVendors,
            List<Message> messages,
            List<ToolSpec> tools,
            Optional<Double> temperature,
            int maxTokens,
            Instant deadline)
            implements ModelCommand {
        public ModelRequested {
            Check.present(call, "call");
            Check.atLeast(1, turn, "turn");
            Check.present(agent, "agent");
            model = Check.optional(model);
            preferredVendors = Check.list(preferredVendors);
            messages = Check.list(messages);
            tools = Check.list(tools);
            temperature = Check.optional(temperature);
            Check.atLeast(1, maxTokens, "max_tokens");
            Check.present(deadline, "deadline");
        }
    }
}
