package dev.monkeycoder.cli.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a diff does to one file. Paths are relative to the project's root, with `/`.
///
/// @param before its path until now; empty for a new file
/// @param after its path from now on; empty when it is deleted
/// @param executable the file's new mode, where the diff says one
/// @param binary the diff only says that bytes differ, or the file is a link: nothing that can be
///   applied
public record FilePatch(
        Optional<String> before,
        Optional<String> after,
        List<Hunk> hunks,
        Optional<Boolean> executable,
        boolean binary) {
    public FilePatch {
        hunks = List.copyOf(hunks);
        if (before.isEmpty() && after.isEmpty()) {
            throw new UnreadableDiff("a file without a name");
        }
    }

    /// The path to show.
    public String path() {
        return after.or(() -> before).orElseThrow();
    }

    public long added() {
        return hunks.stream().mapToLong(hunk -> hunk.count(Hunk.Sort.ADDED)).sum();
    }

    public long removed() {
        return hunks.stream().mapToLong(hunk -> hunk.count(Hunk.Sort.REMOVED)).sum();
    }

    /// The new text of a file whose text was `old`. A hunk fits only at the line it names: this is
    /// the text that the diff was made from, or it is not.
    ///
    /// @return empty when it does not fit
    public Optional<String> apply(String old) {
        var lines = UnifiedDiff.lines(old);
        var result = new ArrayList<String>();
        var at = 0;
        for (var hunk : hunks) {
            var from = hunk.before().isEmpty() ? hunk.start() : hunk.start() - 1;
            var to = from + hunk.before().size();
            if (from < at || to > lines.size() || !lines.subList(from, to).equals(hunk.before())) {
                return Optional.empty();
            }
            result.addAll(lines.subList(at, from));
            result.addAll(hunk.after());
            at = to;
        }
        result.addAll(lines.subList(at, lines.size()));
        return Optional.of(String.join("", result));
    }
}
