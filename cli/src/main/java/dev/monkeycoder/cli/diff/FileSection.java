package dev.monkeycoder.cli.diff;

import dev.monkeycoder.cli.diff.Hunk.Line;
import dev.monkeycoder.cli.diff.Hunk.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a diff that belong to one file: a header of keyed lines, then hunks.
final class FileSection {
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

    /// Modes of a symbolic link and of a submodule.
    private static final Pattern LINK = Pattern.compile("^(.* mode|index .*) 1[26]0000");

    private static final List<String> KEYS =
            List.of(
                    "new file mode ",
                    "deleted file mode ",
                    "new mode ",
                    "rename from ",
                    "rename to ",
                    "copy from ",
                    "--- ",
                    "+++ ");
    private static final String NO_FEED = "\\ No newline";

    private final List<String> lines;

    FileSection(List<String> lines) {
        this.lines = lines;
    }

    FilePatch read() {
        var first = 1;
        while (first < lines.size() && !lines.get(first).startsWith("@@ ")) {
            first++;
        }
        var header = header(first);
        if (header.containsKey("copy from ")) {
            throw new UnreadableDiff("a copied file (expected: new, changed, renamed or deleted)");
        }
        var names = DiffNames.ofHeader(chomp(lines.getFirst()));
        var before =
                header.containsKey("new file mode ")
                        ? Optional.<String>empty()
                        : Optional.of(
                                name(header, "rename from ", "--- ", "a/").orElse(names.before()));
        var after =
                header.containsKey("deleted file mode ")
                        ? Optional.<String>empty()
                        : Optional.of(
                                name(header, "rename to ", "+++ ", "b/").orElse(names.after()));
        return new FilePatch(before, after, hunks(first), executable(header), binary(first));
    }

    private Map<String, String> header(int end) {
        var header = new TreeMap<String, String>();
        for (var line : lines.subList(1, end)) {
            KEYS.stream()
                    .filter(line::startsWith)
                    .forEach(key -> header.put(key, chomp(line.substring(key.length()))));
        }
        return header;
    }

    /// The path of a key, or of the `---` and `+++` lines, where git ends a name with a space in it
    /// by a tab.
    private static Optional<String> name(
            Map<String, String> header, String key, String line, String prefix) {
        return Optional.ofNullable(header.get(key))
                .map(DiffNames::decoded)
                .or(() ->
                        Optional.ofNullable(header.get(line))
                                .filter(name -> !name.equals("/dev/null"))
                                .map(name ->
                                        name.endsWith("\t")
                                                ? name.substring(0, name.length() - 1)
                                                : name)
                                .map(DiffNames::decoded)
                                .map(name -> DiffNames.without(prefix, name)));
    }

    private static Optional<Boolean> executable(Map<String, String> header) {
        return Optional.ofNullable(header.get("new mode "))
                .or(() -> Optional.ofNullable(header.get("new file mode ")))
                .map(mode -> mode.endsWith("755"));
    }

    private boolean binary(int end) {
        return lines.subList(1, end).stream()
                .anyMatch(line ->
                        line.startsWith("Binary files ")
                                || line.startsWith("GIT binary patch")
                                || LINK.matcher(line).find());
    }

    private List<Hunk> hunks(int first) {
        var hunks = new ArrayList<Hunk>();
        var at = first;
        while (at < lines.size() && lines.get(at).startsWith("@@ ")) {
            var range = HUNK.matcher(lines.get(at));
            if (!range.lookingAt()) {
                throw new UnreadableDiff(chomp(lines.get(at)) + " (expected: @@ -n,n +n,n @@)");
            }
            var body = new ArrayList<Line>();
            at = body(body, at + 1, count(range.group(2)), count(range.group(4)));
            hunks.add(new Hunk(Integer.parseInt(range.group(1)), body));
        }
        return hunks;
    }

    private static int count(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    /// Reads until both sides have as many lines as the hunk's header says.
    ///
    /// @return the line after the hunk
    private int body(List<Line> body, int from, int before, int after) {
        var at = from;
        var olds = 0;
        var news = 0;
        while (olds < before || news < after) {
            var line = at < lines.size() ? lines.get(at) : "";
            var sort = sort(line);
            var bare = at + 1 < lines.size() && lines.get(at + 1).startsWith(NO_FEED);
            var text = line.length() > 1 ? line.substring(1) : "\n";
            body.add(new Line(sort, bare ? chomp(text) : text));
            olds += sort == Sort.ADDED ? 0 : 1;
            news += sort == Sort.REMOVED ? 0 : 1;
            at += bare ? 2 : 1;
        }
        return at;
    }

    /// A line without anything on it is a kept empty line: some editors cut its space off.
    private static Sort sort(String line) {
        return switch (line.isEmpty() ? '?' : line.charAt(0)) {
            case ' ', '\n' -> Sort.KEPT;
            case '-' -> Sort.REMOVED;
            case '+' -> Sort.ADDED;
            default -> throw new UnreadableDiff("a hunk ends before its lines are there");
        };
    }

    static String chomp(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
