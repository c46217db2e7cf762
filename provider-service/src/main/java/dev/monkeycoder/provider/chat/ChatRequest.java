package dev.monkeycoder.provider.chat;

import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ToolSpec;
import java.util.List;
import java.util.Optional;

/// What a model is asked. `maxTokens` bounds the output.
public record ChatRequest(
        String model,
        List<Message> messages,
        List<ToolSpec> tools,
        Optional<Double> temperature,
        int maxTokens) {
    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
