package dev.monkeycoder.cli.diff;

import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A diff for people: coloured, and a line of sums. Control characters are taken out; what `git
/// apply` takes is the bytes as they came.
public final class DiffPage {
    private DiffPage() {}

    public static List<String> lines(byte[] diff, Terminal terminal) {
        var lines = new ArrayList<String>();
        var header = true;
        for (var line : new String(diff, StandardCharsets.UTF_8).split("\n", -1)) {
            header = line.startsWith("diff --git ") || (header && !line.startsWith("@@"));
            lines.add(paint(Plain.text(line), header, terminal));
        }
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return List.copyOf(lines);
    }

    private static String paint(String line, boolean header, Terminal terminal) {
        if (header) {
            return terminal.bold(line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> terminal.paint(Ink.GREEN, line);
            case '-' -> terminal.paint(Ink.RED, line);
            case '@' -> terminal.paint(Ink.CYAN, line);
            default -> line;
        };
    }

    /// As in `3 files changed, 40 lines added, 2 removed`.
    public static String sum(UnifiedDiff diff) {
        var files = diff.files().size();
        var added = diff.files().stream().mapToLong(FilePatch::added).sum();
        var removed = diff.files().stream().mapToLong(FilePatch::removed).sum();
        return (files == 1 ? "1 file changed, " : files + " files changed, ")
                + (added == 1 ? "1 line added, " : added + " lines added, ")
                + removed
                + " removed";
    }
}
