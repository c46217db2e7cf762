package dev.monkeycoder.cli.terminal;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Columns set to the width of their widest cell. A heading that starts with `>` sets its column to
/// the right. The last column takes what is left of the terminal and is cut there.
public record Table(List<String> headings, List<List<String>> rows) {
    private static final String GAP = "  ";

    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    public List<String> lines(Terminal terminal) {
        var titles =
                headings.stream()
                        .map(heading -> right(heading) ? heading.substring(1) : heading)
                        .toList();
        var widths =
                IntStream.range(0, titles.size()).map(column -> width(titles, column)).toArray();
        var lines = new ArrayList<String>();
        lines.add(terminal.dim(line(titles, widths, terminal.width())));
        rows.forEach(row -> lines.add(line(row, widths, terminal.width())));
        return List.copyOf(lines);
    }

    private int width(List<String> titles, int column) {
        var widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(titles.get(column).length(), widest);
    }

    private String line(List<String> cells, int[] widths, int room) {
        var line =
                IntStream.range(0, cells.size())
                        .mapToObj(column -> cell(cells, widths, column))
                        .collect(joining(GAP))
                        .stripTrailing();
        return line.length() <= room ? line : line.substring(0, room - 1) + "…";
    }

    private String cell(List<String> cells, int[] widths, int column) {
        var cell = Plain.line(cells.get(column));
        var space = " ".repeat(Math.max(0, widths[column] - cell.length()));
        return right(headings.get(column)) ? space + cell : cell + space;
    }

    private static boolean right(String heading) {
        return heading.startsWith(">");
    }
}
