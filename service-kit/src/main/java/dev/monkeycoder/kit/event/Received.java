package dev.monkeycoder.kit.event;

import dev.monkeycoder.events.Event;
import java.time.Instant;
import java.util.UUID;

/// An event as a consumer gets it. It may come more than once: `id` is what to deduplicate by.
public record Received(UUID id, Origin origin, Instant time, Event event) {}
