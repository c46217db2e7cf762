package dev.monkeycoder.orchestrator.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.events.RunId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The trace that a run belongs to, as its start event keeps it.
///
/// Spans of runs, turns and handoffs may outlive a process, so nobody holds them open: their ids
/// follow from the run's id, and each child can name its parent before the parent is exported.
///
/// @param traceId 32 hex digits
/// @param parent the span (16 hex digits) that asked for the run; absent: the run's span is the
///   root
/// @param sampled the sampling decision, made once for the whole trace
public record Trace(String traceId, Optional<String> parent, boolean sampled) {
    /// <https://www.w3.org/TR/trace-context/#traceparent-header>
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    /// The trace named by a W3C `traceparent`; without one (or with one that is not of its form) a
    /// sampled trace of the run's own.
    public static Trace of(RunId run, Optional<String> traceparent) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher ->
                        new Trace(
                                matcher.group(1),
                                Optional.of(matcher.group(2)),
                                (Integer.parseInt(matcher.group(3), 16) & 1) == 1))
                .orElseGet(() -> new Trace(own(run), Optional.empty(), true));
    }

    public static String runSpan(RunId run) {
        return span(run, "run");
    }

    public static String turnSpan(RunId run, int turn) {
        return span(run, "turn/" + turn);
    }

    public static String handoffSpan(RunId run, int handoff) {
        return span(run, "handoff/" + handoff);
    }

    /// The `traceparent` that makes `span` of this trace the parent.
    public String traceparent(String span) {
        return "00-" + traceId + "-" + span + (sampled ? "-01" : "-00");
    }

    private static String own(RunId run) {
        var hash = hash(run, "trace");
        return hex(hash.getMostSignificantBits()) + hex(hash.getLeastSignificantBits());
    }

    /// Never all zero (which would not be a span id): the UUID's variant bits are in it.
    private static String span(RunId run, String what) {
        return hex(hash(run, what).getLeastSignificantBits());
    }

    private static UUID hash(RunId run, String what) {
        return UUID.nameUUIDFromBytes((run + "/" + what).getBytes(UTF_8));
    }

    private static String hex(long bits) {
        return "%016x".formatted(bits);
    }
}
