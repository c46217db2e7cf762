package dev.monkeycoder.cli.mesh;

import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How far a mesh is that starts: one line a part, in the order in which their turn came.
///
/// @param parts by their name
/// @param end whether the mesh can be used or not, once that is known
public record Board(SequencedMap<String, Row> parts, Optional<Progress> end) {
    public static final Board EMPTY = new Board(new LinkedHashMap<>(), Optional.empty());

    /// @param heard when the part's last step was heard of
    record Row(Progress.Part part, Instant heard) {}

    public Board {
        parts = new LinkedHashMap<>(parts);
    }

    public Board after(Progress progress, Instant now) {
        return switch (progress) {
            case Progress.Part part -> {
                var moved = new LinkedHashMap<>(parts);
                moved.put(part.name(), new Row(part, now));
                yield new Board(moved, end);
            }
            case Progress.Ready _, Progress.Failed _ -> new Board(parts, Optional.of(progress));
        };
    }

    /// The mesh can be used.
    public boolean ready() {
        return end.filter(Progress.Ready.class::isInstance).isPresent();
    }

    /// Why it can't, once that is known.
    public Optional<String> failure() {
        return end.flatMap(is ->
                is instanceof Progress.Failed(var text) ? Optional.of(text) : Optional.empty());
    }

    public List<String> lines(Terminal terminal, Instant now) {
        return parts.values().stream().map(row -> line(row, terminal, now)).toList();
    }

    /// Whether a step is worth a line where lines can't be rewritten.
    public static boolean tells(Progress.Part part) {
        return switch (part.step()) {
            case READY, FAILED, RESTARTING -> true;
            case WAITING, STARTING, STOPPED -> false;
        };
    }

    public static String line(Progress.Part part, Terminal terminal) {
        return line(new Row(part, Instant.EPOCH), terminal, Instant.EPOCH);
    }

    private static String line(Row row, Terminal terminal, Instant now) {
        var part = row.part();
        var name = Plain.line(part.name());
        return "  "
                + mark(part.step(), terminal)
                + " "
                + name
                + " ".repeat(Math.max(1, 14 - name.length()))
                + words(row, now)
                + part.failure()
                        .map(text -> "  " + terminal.dim(Plain.line(text, terminal.width() - 40)))
                        .orElse("");
    }

    private static String mark(Progress.Step step, Terminal terminal) {
        return switch (step) {
            case WAITING -> terminal.dim("·");
            case STARTING -> terminal.paint(Ink.YELLOW, "◌");
            case RESTARTING -> terminal.paint(Ink.YELLOW, "↻");
            case READY -> terminal.paint(Ink.GREEN, "✔");
            case FAILED -> terminal.paint(Ink.RED, "✘");
            case STOPPED -> terminal.dim("■");
        };
    }

    private static String words(Row row, Instant now) {
        var time = row.part().time();
        return switch (row.part().step()) {
            case WAITING -> "waiting";
            case STARTING -> "starting  " + whole(time.plus(Duration.between(row.heard(), now)));
            case READY -> "ready     " + Amounts.time(time);
            case FAILED -> "failed    " + Amounts.time(time);
            case RESTARTING -> "started again";
            case STOPPED -> "stopped";
        };
    }

    private static String whole(Duration time) {
        return time.toSeconds() + " s";
    }
}
