package dev.monkeycoder.provider.openai;

/// One server-sent event; `name` is `message` unless the server said otherwise.
public record SseEvent(String name, String text) {}
