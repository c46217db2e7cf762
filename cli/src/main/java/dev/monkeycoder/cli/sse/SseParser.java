package dev.monkeycoder.cli.sse;

import java.time.Duration;
import java.util.Optional;

/// Reads an event stream line by line (HTML standard, "Server-sent events"). Lines that belong to
/// an event that never ended are dropped with the stream.
public final class SseParser {
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private Optional<String> lastId = Optional.empty();
    private Optional<Duration> retry = Optional.empty();

    /// @param line without its line end
    /// @return the event that this line ends
    public Optional<SseEvent> line(String line) {
        if (line.isEmpty()) {
            return dispatch();
        }
        var colon = line.indexOf(':');
        if (colon == 0) {
            return Optional.empty();
        }
        var field = colon < 0 ? line : line.substring(0, colon);
        var value = colon < 0 ? "" : line.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    /// How long the server asks a client to wait before it connects again.
    public Optional<Duration> retry() {
        return retry;
    }

    private void take(String field, String value) {
        switch (field) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> lastId = value.indexOf('\0') < 0 ? Optional.of(value) : lastId;
            case "retry" -> retry = millis(value).or(() -> retry);
            default -> {}
        }
    }

    private static Optional<Duration> millis(String value) {
        return value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofMillis(Long.parseLong(value)))
                : Optional.empty();
    }

    private Optional<SseEvent> dispatch() {
        var event =
                data.isEmpty()
                        ? Optional.<SseEvent>empty()
                        : Optional.of(
                                new SseEvent(
                                        lastId,
                                        type.isEmpty() ? "message" : type,
                                        data.substring(0, data.length() - 1)));
        data.setLength(0);
        type = "";
        return event;
    }
}
