package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.HandoffMade;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import dev.monkeycoder.events.ClientEvent.ToolStarted;

/// About how many UTF-16 units of text an event holds: what bounds memory by.
final class Weight {
    private static final int SMALL = 256;

    private Weight() {}

    static int of(Durable event) {
        return SMALL
                + switch (event) {
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
