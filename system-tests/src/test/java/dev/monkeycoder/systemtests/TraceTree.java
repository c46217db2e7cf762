package dev.monkeycoder.systemtests;

import static java.util.stream.Collectors.toMap;

import dev.monkeycoder.mesh.RunningMesh;
import dev.monkeycoder.mesh.traces.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// The spans of one trace, as the collector has them.
///
/// @param byId all of them by their id
record TraceTree(Map<String, Span> byId) {
    /// The trace once it is whole: the workflow itself, which comes last of the orchestrator's, and
    /// whatever the services that export on their own still owe.
    ///
    /// @param expected whether nothing is missing
    static TraceTree whole(RunningMesh mesh, String trace, Predicate<TraceTree> expected) {
        return Awaitility.await("the whole trace " + trace)
                .atMost(SharedMesh.PATIENCE)
                .until(() -> of(mesh, trace), tree -> tree.hasWorkflow() && expected.test(tree));
    }

    private static TraceTree of(RunningMesh mesh, String trace) {
        return new TraceTree(
                mesh.trace(trace).stream()
                        .collect(toMap(Span::spanId, span -> span, (one, _) -> one)));
    }

    private boolean hasWorkflow() {
        return all().stream().anyMatch(span -> span.name().startsWith("invoke_workflow "));
    }

    Collection<Span> all() {
        return byId.values();
    }

    List<Span> roots() {
        return all().stream().filter(span -> span.parentSpanId().isEmpty()).toList();
    }

    /// Those whose parent is not there.
    List<Span> orphans() {
        return all().stream()
                .filter(span -> !span.parentSpanId().isEmpty())
                .filter(span -> parent(span).isEmpty())
                .toList();
    }

    Optional<Span> parent(Span span) {
        return Optional.ofNullable(byId.get(span.parentSpanId()));
    }

    /// The name of the span's parent; empty for the root.
    String parentName(Span span) {
        return parent(span).map(Span::name).orElse("");
    }

    List<Span> named(String name) {
        return all().stream().filter(span -> span.name().equals(name)).toList();
    }

    Set<String> services() {
        return all().stream().map(Span::service).collect(Collectors.toSet());
    }
}
