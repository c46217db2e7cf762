package dev.monkeycoder.context.tool;

import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.ArrayList;
import java.util.List;

/// The matches of a search so far. Files are added in the order that a model is to see them in.
///
/// @param searched files looked at
/// @param full whether there is no room for another match
public record Search(Query query, List<String> matches, int searched, boolean full) {
    public Search {
        matches = List.copyOf(matches);
    }

    public static Search of(Query query) {
        return new Search(query, List.of(), 0, false);
    }

    /// This search after one more file. A full one stays as it is.
    public Search in(WorkspacePath path, String text, OutputLimits limits) {
        if (full) {
            return this;
        }
        var found = new ArrayList<>(matches);
        var characters = found.stream().mapToInt(String::length).sum();
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            var at = query.find(line);
            if (at >= 0) {
                var match = path + ":" + number + ": " + around(line, at, limits.lineCharacters());
                characters += match.length() + 1;
                if (found.size() >= limits.matches() || characters > limits.characters()) {
                    return new Search(query, found, searched + 1, true);
                }
                found.add(match);
            }
        }
        return new Search(query, found, searched + 1, false);
    }

    private static String around(String line, int at, int most) {
        if (line.length() <= most) {
            return line;
        }
        var from = Math.max(0, Math.min(at - most / 4, line.length() - most));
        return (from > 0 ? "..." : "")
                + line.substring(from, from + most)
                + (from + most < line.length() ? "..." : "");
    }

    /// @param unread text files that were not looked at, since there were too many bytes
    public Output output(int unread) {
        var text = new StringBuilder();
        matches.forEach(match -> text.append(match).append('\n'));
        if (matches.isEmpty()) {
            text.append("No match in ").append(searched).append(" text files.\n");
        }
        if (full) {
            text.append("[there are more matches: narrow the search with path or a longer query]");
        } else if (unread > 0) {
            text.append('[')
                    .append(unread)
                    .append(
                            " more files were not searched: search one folder at a time with"
                                    + " path]");
        }
        return Output.ok(text.toString());
    }
}
