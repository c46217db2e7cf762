package dev.monkeycoder.context.tool;

/// What a model is told.
///
/// @param error whether the tool refused: the text then says what is wrong and what to do
public record Output(String text, boolean error) {
    public static Output ok(String text) {
        return new Output(text, false);
    }

    public static Output error(String text) {
        return new Output(text, true);
    }
}
