package dev.monkeycoder.provider.call;

import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Usage;

/// Guesses tokens where no vendor counted: four UTF-16 units a token, the rule of thumb that
/// vendors give for English, and four tokens for the frame of each message.
public final class TokenEstimate {
    private static final int UNITS_PER_TOKEN = 4;
    private static final int FRAME_TOKENS = 4;

    private TokenEstimate() {}

    /// @param outputUnits the UTF-16 units that came from the model
    public static Usage of(ModelRequested request, long outputUnits) {
        var units = 0L;
        for (var message : request.messages()) {
            units += units(message) + FRAME_TOKENS * UNITS_PER_TOKEN;
        }
        for (var tool : request.tools()) {
            units +=
                    tool.name().length() + tool.description().length() + tool.parameters().length();
        }
        return Usage.of(tokens(units), tokens(outputUnits));
    }

    private static long units(Message message) {
        return switch (message) {
            case Message.Instructions(var text) -> text.length();
            case Message.User(var text) -> text.length();
            case Message.Assistant(var text, var uses) ->
                    text.length()
                            + uses.stream()
                                    .mapToLong(
                                            use -> use.name().length() + use.arguments().length())
                                    .sum();
            case Message.ToolResult(_, _, var text) -> text.length();
        };
    }

    private static long tokens(long units) {
        return Math.ceilDiv(units, UNITS_PER_TOKEN);
    }
}
