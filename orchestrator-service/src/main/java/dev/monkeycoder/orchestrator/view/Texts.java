package dev.monkeycoder.orchestrator.view;

/// Long texts, for a line.
final class Texts {
    private Texts() {}

    /// The first `most` characters, never half of a surrogate pair; `…` in their place says that
    /// there is more.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
