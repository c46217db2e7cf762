package dev.monkeycoder.cli.terminal;

import java.util.Map;

/// Where text goes.
///
/// @param width columns; lines are set to fit
/// @param interactive a person reads here and can answer
public record Terminal(int width, boolean colour, boolean interactive) {
    private static final int NARROWEST = 40;
    private static final int USUAL = 100;

    /// A pipe or a file.
    public static final Terminal PIPE = new Terminal(USUAL, false, false);

    public Terminal {
        width = Math.max(NARROWEST, width);
    }

    /// Reads what the start script saw: `ttys` names the standard streams that are terminals, as in
    /// `in,out,err`; `NO_COLOR` (no-color.org) and `TERM=dumb` turn colour off.
    ///
    /// @param stream `out` or `err`: the stream that is written to
    public static Terminal of(String stream, String ttys, int columns, Map<String, String> env) {
        var shown = ttys.contains(stream);
        if (!shown) {
            return PIPE;
        }
        var plain =
                !env.getOrDefault("NO_COLOR", "").isEmpty()
                        || env.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                columns > 0 ? columns : USUAL, !plain, ttys.contains("in") && ttys.contains("out"));
    }

    public String paint(Ink ink, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + ink.code() + "m" + text + "\u001b[0m" : text;
    }

    public String dim(String text) {
        return paint(Ink.DIM, text);
    }

    public String bold(String text) {
        return paint(Ink.BOLD, text);
    }
}
