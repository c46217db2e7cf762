package dev.monkeycoder.cli.spans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One span, as the mesh's collector keeps it. Times are nanoseconds since 1970.
public record Span(
        String spanId,
        Optional<String> parentSpanId,
        String name,
        String service,
        @JsonProperty("start_unix_nano") long start,
        @JsonProperty("end_unix_nano") long end,
        Optional<String> status,
        Map<String, JsonNode> attributes) {
    public Span {
        Objects.requireNonNull(spanId, "span_id");
        parentSpanId = orElse(parentSpanId, Optional.<String>empty()).filter(id -> !id.isBlank());
        name = orElse(name, "?");
        service = orElse(service, "?");
        status = orElse(status, Optional.empty());
        attributes = Map.copyOf(orElse(attributes, Map.of()));
    }

    long nanos() {
        return Math.max(0, end - start);
    }

    boolean failed() {
        return status.map(is -> is.toUpperCase(Locale.ROOT).contains("ERROR")).orElse(false);
    }

    /// What carries the work and is not the work: a statement to a database, a message's way.
    boolean plumbing() {
        return !failed()
                && attributes.keySet().stream()
                        .anyMatch(name -> name.startsWith("db.") || name.startsWith("messaging."));
    }

    /// An attribute that is a number; 0 when there is none.
    long number(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .map(node -> node.asLong(0))
                .orElse(0L);
    }

    private static <T> T orElse(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
