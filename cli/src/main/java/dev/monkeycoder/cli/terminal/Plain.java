package dev.monkeycoder.cli.terminal;

/// Text from elsewhere, made safe to print: a model's answer or a file must not drive the terminal.
public final class Plain {
    private static final String TAB = "    ";

    private Plain() {}

    /// Keeps line feeds, widens tabs, and drops all other control characters.
    public static String text(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (point == '\t') {
                        plain.append(TAB);
                    } else if (point == '\n' || !controls(point)) {
                        plain.appendCodePoint(point);
                    }
                });
        return plain.toString();
    }

    /// The same in one line: each run of white space becomes one space.
    public static String line(String text) {
        return text(text).replaceAll("\\s+", " ").strip();
    }

    /// One line of at most `width` characters; a cut is marked.
    public static String line(String text, int width) {
        var line = line(text);
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }

    private static boolean controls(int point) {
        return Character.getType(point) == Character.CONTROL || bidirectional(point);
    }

    /// Marks that reorder what is shown, so that a diff reads otherwise than it is.
    private static boolean bidirectional(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
