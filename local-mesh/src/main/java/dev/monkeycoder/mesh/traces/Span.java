package dev.monkeycoder.mesh.traces;

import java.util.Map;

/// A span as the collector keeps it and tells it.
///
/// @param traceId 32 hexadecimal digits
/// @param spanId 16 hexadecimal digits
/// @param parentSpanId empty for the root
/// @param kind `internal`, `server`, `client`, `producer`, `consumer`
/// @param service the resource's `service.name`
/// @param startUnixNano nanoseconds since 1970
/// @param status `unset`, `ok` or `error`
/// @param attributes strings, numbers, booleans, and lists of them
public record Span(
        String traceId,
        String spanId,
        String parentSpanId,
        String name,
        String kind,
        String service,
        long startUnixNano,
        long endUnixNano,
        String status,
        Map<String, Object> attributes) {
    public Span {
        attributes = Map.copyOf(attributes);
    }
}
