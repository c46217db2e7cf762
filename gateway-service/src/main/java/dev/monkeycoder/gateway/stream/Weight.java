package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.HandoffMade;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import dev.monkeycoder.events.ClientEvent.ToolStarted;

/// How many UTF-16 units of text of any length an event holds: what memory is bounded by.
final class Weight {
    private Weight() {}

    static int of(Durable event) {
        return switch (event) {
            case MessageCompleted message ->
                    message.text().length()
                            + message.toolUses().stream()
                                    .mapToInt(use -> use.arguments().length())
                                    .sum();
            case ToolStarted tool -> tool.use().arguments().length();
            case HandoffMade handoff -> handoff.payload().length();
            case RunFinished finished -> finished.answer().length();
            default -> 0;
        };
    }
}
