package dev.monkeycoder.cli.spans;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The spans of a trace under one another. A span whose parent was not received is a root of its
/// own and says so; so is one of a circle, which a broken exporter may send.
public record SpanTree(List<Node> roots) {
    /// @param orphan it names a parent that is not there
    public record Node(Span span, List<Node> children, boolean orphan) {
        public Node {
            children = List.copyOf(children);
        }
    }

    public SpanTree {
        roots = List.copyOf(roots);
    }

    public static SpanTree of(List<Span> spans) {
        var ids = spans.stream().map(Span::spanId).collect(toSet());
        var children =
                spans.stream()
                        .filter(span -> span.parentSpanId().filter(ids::contains).isPresent())
                        .collect(groupingBy(span -> span.parentSpanId().orElseThrow()));
        var placed = new HashSet<String>();
        var roots = new ArrayList<Node>();
        sorted(spans).stream()
                .filter(span -> span.parentSpanId().filter(ids::contains).isEmpty())
                .forEach(span -> roots.add(root(span, children, placed)));
        for (var span : sorted(spans)) {
            if (!placed.contains(span.spanId())) {
                roots.add(root(span, children, placed));
            }
        }
        return new SpanTree(roots);
    }

    private static Node root(Span span, Map<String, List<Span>> children, Set<String> placed) {
        var node = node(span, children, placed);
        return new Node(span, node.children(), span.parentSpanId().isPresent());
    }

    private static Node node(Span span, Map<String, List<Span>> children, Set<String> placed) {
        placed.add(span.spanId());
        var below =
                sorted(children.getOrDefault(span.spanId(), List.of())).stream()
                        .filter(child -> !placed.contains(child.spanId()))
                        .map(child -> node(child, children, placed))
                        .toList();
        return new Node(span, below, false);
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream()
                .sorted(Comparator.comparingLong(Span::start).thenComparing(Span::spanId))
                .toList();
    }

    /// The same without some spans: what stood below them stands below the next span above. A root
    /// always stays.
    SpanTree without(Predicate<Span> hidden) {
        return new SpanTree(roots.stream().map(root -> pruned(root, hidden)).toList());
    }

    private static Node pruned(Node node, Predicate<Span> hidden) {
        var children =
                node.children().stream()
                        .flatMap(child -> kept(child, hidden))
                        .sorted(Comparator.comparingLong(child -> child.span().start()))
                        .toList();
        return new Node(node.span(), children, node.orphan());
    }

    private static Stream<Node> kept(Node node, Predicate<Span> hidden) {
        var pruned = pruned(node, hidden);
        return hidden.test(node.span()) ? pruned.children().stream() : Stream.of(pruned);
    }

    int size() {
        return roots.stream().mapToInt(SpanTree::size).sum();
    }

    private static int size(Node node) {
        return 1 + node.children().stream().mapToInt(SpanTree::size).sum();
    }

    /// One tree, and no span of it names a parent that is not there.
    public boolean whole() {
        return roots.size() == 1 && !roots.getFirst().orphan();
    }
}
