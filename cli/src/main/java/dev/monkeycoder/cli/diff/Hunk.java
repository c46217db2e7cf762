package dev.monkeycoder.cli.diff;

import java.util.List;

/// A stretch of a file that changes. `start` is where it begins in the old file, counted from 1; 0
/// when the old file is empty.
public record Hunk(int start, List<Line> lines) {
    public Hunk {
        lines = List.copyOf(lines);
    }

    /// What becomes of a line.
    public enum Sort {
        KEPT,
        REMOVED,
        ADDED
    }

    /// A line with its line feed, when it has one.
    public record Line(Sort sort, String text) {}

    List<String> before() {
        return lines.stream().filter(line -> line.sort() != Sort.ADDED).map(Line::text).toList();
    }

    List<String> after() {
        return lines.stream().filter(line -> line.sort() != Sort.REMOVED).map(Line::text).toList();
    }

    long count(Sort sort) {
        return lines.stream().filter(line -> line.sort() == sort).count();
    }
}
