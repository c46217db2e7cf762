package dev.monkeycoder.cli.spans;

import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A span tree, drawn: name, service, time, tokens, and a bar that shows when in the trace a span
/// ran. Short spans without children that repeat under one parent are folded into one line.
public final class SpanPage {
    private static final int BAR = 16;
    private static final int FOLD_FROM = 3;

    /// A span is short when it takes less than this share of the trace.
    private static final double SHORT = 0.02;

    /// Columns of the time and the tokens.
    private static final int NUMBERS = 32;

    private static final int SHORTEST_NAME = 20;

    private final Terminal terminal;
    private final long start;
    private final long whole;
    private final List<String> lines = new ArrayList<>();

    private SpanPage(Terminal terminal, long start, long end) {
        this.terminal = terminal;
        this.start = start;
        this.whole = Math.max(1, end - start);
    }

    /// @param all also the statements to databases and the ways of messages
    public static List<String> lines(List<Span> spans, boolean all, Terminal terminal) {
        if (spans.isEmpty()) {
            return List.of("no spans of this trace have arrived");
        }
        var start = spans.stream().mapToLong(Span::start).min().orElseThrow();
        var end = spans.stream().mapToLong(Span::end).max().orElseThrow();
        var page = new SpanPage(terminal, start, end);
        var tree = SpanTree.of(spans);
        var shown = all ? tree : tree.without(Span::plumbing);
        shown.roots().forEach(root -> page.root(root));
        page.foot(spans, tree, tree.size() - shown.size());
        return List.copyOf(page.lines);
    }

    private void root(SpanTree.Node root) {
        if (root.orphan()) {
            lines.add(
                    terminal.paint(
                            Ink.YELLOW,
                            "? parent "
                                    + Plain.line(root.span().parentSpanId().orElse(""))
                                    + " is not among the spans that arrived"));
        }
        draw(root, "", "");
    }

    private void foot(List<Span> spans, SpanTree tree, int hidden) {
        var services = spans.stream().map(Span::service).distinct().count();
        var orphans = tree.roots().stream().filter(SpanTree.Node::orphan).count();
        var trees = tree.roots().size();
        lines.add("");
        lines.add(
                terminal.dim(
                        Amounts.count(spans.size())
                                + (spans.size() == 1 ? " span of " : " spans of ")
                                + services
                                + (services == 1 ? " service, " : " services, ")
                                + time(whole)
                                + (trees > 1 ? "; " + trees + " trees" : "")
                                + (orphans > 0 ? "; " + orphans + " with a missing parent" : "")
                                + (hidden > 0
                                        ? "; "
                                                + Amounts.count(hidden)
                                                + " of databases and Kafka are not shown (--all)"
                                        : "")));
    }

    private void draw(SpanTree.Node node, String head, String below) {
        lines.add(line(head, Row.of(List.of(node.span()))));
        var rows = folded(node.children());
        for (var at = 0; at < rows.size(); at++) {
            var last = at == rows.size() - 1;
            row(rows.get(at), below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "));
        }
    }

    private void row(List<SpanTree.Node> nodes, String head, String below) {
        if (nodes.size() == 1) {
            draw(nodes.getFirst(), head, below);
        } else {
            lines.add(line(head, Row.of(nodes.stream().map(SpanTree.Node::span).toList())));
        }
    }

    /// Groups of spans that share a line, in the order of their first.
    private List<List<SpanTree.Node>> folded(List<SpanTree.Node> children) {
        var groups = new LinkedHashMap<String, List<SpanTree.Node>>();
        children.forEach(
                child -> groups.computeIfAbsent(key(child), _ -> new ArrayList<>()).add(child));
        return groups.entrySet().stream().flatMap(group -> unfolded(group).stream()).toList();
    }

    private static List<List<SpanTree.Node>> unfolded(
            Map.Entry<String, List<SpanTree.Node>> group) {
        return group.getValue().size() >= FOLD_FROM
                ? List.of(group.getValue())
                : group.getValue().stream().map(List::of).toList();
    }

    private String key(SpanTree.Node node) {
        var span = node.span();
        var folds = node.children().isEmpty() && !span.failed() && span.nanos() < whole * SHORT;
        return folds ? span.service() + "\n" + span.name() : span.spanId();
    }

    private String line(String head, Row row) {
        var room = terminal.width() - BAR - NUMBERS - 4;
        var mark = row.failed() ? "✘ " : "";
        var name = Plain.line(mark + row.name(), Math.max(SHORTEST_NAME, room - head.length()));
        var service =
                Plain.line(row.service(), Math.max(0, room - head.length() - name.length() - 1));
        var used = head.length() + name.length() + 1 + service.length();
        return terminal.dim(head)
                + (row.failed() ? terminal.paint(Ink.RED, name) : name)
                + " "
                + terminal.dim(service)
                + " ".repeat(Math.max(0, room - used))
                + String.format(Locale.ROOT, "%11s ", time(row.nanos()))
                + bar(row.start(), row.end())
                + (row.tokens().isEmpty() ? "" : " " + terminal.dim(row.tokens()));
    }

    private String bar(long from, long to) {
        var left = (int) Math.min(BAR - 1, (from - start) * BAR / whole);
        var right =
                (int) Math.min(BAR, Math.max(left + 1, Math.ceilDiv((to - start) * BAR, whole)));
        return terminal.dim("▏" + " ".repeat(left))
                + terminal.paint(Ink.CYAN, "█".repeat(right - left))
                + terminal.dim(" ".repeat(BAR - right) + "▕");
    }

    private static String time(long nanos) {
        return Amounts.time(Duration.ofNanos(nanos));
    }
}
