package dev.monkeycoder.simulator.openai;

import dev.monkeycoder.simulator.model.Prompt;
import java.util.Optional;

/// The body of `POST /v1/chat/completions`, read.
///
/// A prompt's tokens are those of every text and tool call in its messages, 4 more for each
/// message, and those of the tools' JSON.
public sealed interface ChatRequest {

    /// A request that can be answered.
    ///
    /// @param usage a stream ends with a chunk of usage
    /// @param obfuscate chunks of a stream are padded
    record Valid(Prompt prompt, boolean stream, boolean usage, boolean obfuscate)
            implements ChatRequest {}

    /// A request that OpenAI would refuse with 400, or that asks for what the simulator can't do.
    record Invalid(String message, Optional<String> param, Optional<String> code)
            implements ChatRequest {
        static Invalid of(String message, String param) {
            return new Invalid(message, Optional.of(param), Optional.empty());
        }
    }
}
