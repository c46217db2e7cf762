package dev.monkeycoder.cli.sse;

import java.util.Optional;

/// One event of a stream. `id` is the last id that the stream named, not only this event's own.
public record SseEvent(Optional<String> id, String type, String data) {}
