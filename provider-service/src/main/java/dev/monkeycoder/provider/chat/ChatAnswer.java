package dev.monkeycoder.provider.chat;

import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import java.util.List;
import java.util.Optional;

/// A whole answer.
///
/// @param id the vendor's, empty when it gave none
/// @param model the model's name as the vendor gave it, else as it was asked
/// @param usage empty when the vendor did not count
public record ChatAnswer(
        String id,
        String model,
        String text,
        List<ToolUse> toolUses,
        Finish finish,
        Optional<Usage> usage) {
    public ChatAnswer {
        toolUses = List.copyOf(toolUses);
    }
}
