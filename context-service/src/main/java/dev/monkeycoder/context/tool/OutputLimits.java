package dev.monkeycoder.context.tool;

/// How much a tool tells a model at once.
///
/// @param characters most characters of an output, but for a note at its end
/// @param matches most matches of a search
/// @param lineCharacters most characters of a line that a search shows
/// @param files most lines of a list of files
public record OutputLimits(int characters, int matches, int lineCharacters, int files) {
    public OutputLimits {
        if (characters < 1 || matches < 1 || lineCharacters < 1 || files < 1) {
            throw new IllegalArgumentException(
                    "output limits: "
                            + characters
                            + ", "
                            + matches
                            + ", "
                            + lineCharacters
                            + ", "
                            + files
                            + " (expected: each >= 1)");
        }
    }
}
