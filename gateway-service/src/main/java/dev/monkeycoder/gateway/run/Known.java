package dev.monkeycoder.gateway.run;

import dev.monkeycoder.events.RunId;
import java.time.Instant;

/// A run that the gateway has accepted.
public record Known(RunId id, Instant createdAt) {}
