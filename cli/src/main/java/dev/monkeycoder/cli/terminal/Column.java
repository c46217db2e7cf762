package dev.monkeycoder.cli.terminal;

/// Text that comes in pieces, set in lines behind a gutter. The last word is held back until it is
/// whole, so that lines break between words wherever the pieces were cut.
///
/// @param used characters of the open line; -1 when none is open
/// @param held the word that is not whole yet, with the space before it
public record Column(String gutter, int width, int used, String held) {
    /// What to print, and the column after it.
    public record Set(String text, Column next) {}

    public static Column behind(String gutter, int width) {
        return new Column(gutter, width, -1, "");
    }

    public Set write(String piece) {
        var out = new StringBuilder();
        var line = this;
        for (var character : Plain.text(piece).toCharArray()) {
            if (character == '\n') {
                line = line.word(out).newline(out);
            } else if (character == ' ' && !line.held.isBlank()) {
                line = line.word(out).hold(" ");
            } else {
                line = line.hold(line.held + character);
                line = line.held.length() < width ? line : line.word(out);
            }
        }
        return new Set(out.toString(), line);
    }

    /// Prints the held word and closes the open line.
    public Set end() {
        var out = new StringBuilder();
        var line = word(out);
        if (line.used >= 0) {
            out.append('\n');
        }
        return new Set(out.toString(), behind(gutter, width));
    }

    private Column hold(String word) {
        return new Column(gutter, width, used, word);
    }

    private Column word(StringBuilder out) {
        if (held.isBlank()) {
            return hold("");
        }
        if (used > 0 && used + held.length() > width) {
            out.append('\n').append(gutter).append(held.stripLeading());
            return new Column(gutter, width, held.stripLeading().length(), "");
        }
        out.append(used < 0 ? gutter : "").append(held);
        return new Column(gutter, width, Math.max(0, used) + held.length(), "");
    }

    private Column newline(StringBuilder out) {
        out.append(used < 0 ? gutter.stripTrailing() : "").append('\n');
        return behind(gutter, width);
    }
}
