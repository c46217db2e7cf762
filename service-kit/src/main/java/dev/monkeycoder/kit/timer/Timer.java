package dev.monkeycoder.kit.timer;

import dev.monkeycoder.kit.event.Origin;
import java.time.Instant;

/// Something to be done at a time.
///
/// @param key unique; setting a timer again moves it
/// @param payload what the handler needs, as text
public record Timer(String key, Instant dueAt, Origin origin, String payload) {}
