package dev.monkeycoder.context.tool;

import java.util.stream.IntStream;

/// A text by its lines, counted from 1. Each has its line break, so all together are the text.
final class Lines {
    private final String text;
    private final int[] starts;

    private Lines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static Lines of(String text) {
        return new Lines(
                text,
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(i -> text.charAt(i) == '\n')
                                        .map(i -> i + 1))
                        .filter(start -> start < text.length())
                        .toArray());
    }

    int count() {
        return starts.length;
    }

    /// Lines `first` to `last`, both included.
    String text(int first, int last) {
        return text.substring(starts[first - 1], end(last));
    }

    /// The last line up to `last` that fits into `characters` together with all from `first` on;
    /// `first - 1` when not even that one does.
    int fitting(int first, int last, int characters) {
        var line = first;
        while (line <= last && end(line) - starts[first - 1] <= characters) {
            line++;
        }
        return line - 1;
    }

    private int end(int line) {
        return line == starts.length ? text.length() : starts[line];
    }
}
