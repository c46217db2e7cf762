package dev.monkeycoder.context.tool;

import java.io.Serial;

/// Ends the reading of arguments; [ToolReader] turns it into a refusal that the model is told.
final class BadArguments extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    BadArguments(String sentence) {
        super(sentence);
    }
}
