package dev.monkeycoder.cli.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A diff in git's form (`git help diff`, "Generating patch text with -p").
///
/// It is read one byte a character, so that files in any encoding come through unchanged; only
/// paths are decoded, as UTF-8.
public record UnifiedDiff(List<FilePatch> files) {
    public UnifiedDiff {
        files = List.copyOf(files);
    }

    /// @throws UnreadableDiff when the bytes are something else
    public static UnifiedDiff read(byte[] bytes) {
        var lines = lines(text(bytes));
        var files = new ArrayList<FilePatch>();
        var at = 0;
        while (at < lines.size()) {
            var end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith("diff --git ")) {
                end++;
            }
            if (lines.get(at).startsWith("diff --git ")) {
                files.add(new FileSection(lines.subList(at, end)).read());
            } else if (!lines.get(at).isBlank()) {
                throw new UnreadableDiff("line " + (at + 1) + " (expected: diff --git ...)");
            }
            at = end;
        }
        return new UnifiedDiff(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /// One character a byte.
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The bytes of such a text.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Lines with their line feeds; the last may have none.
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var feed = text.indexOf('\n', at);
            var end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }
}
