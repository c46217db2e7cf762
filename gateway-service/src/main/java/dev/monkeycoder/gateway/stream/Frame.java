package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.ClientEvent;

/// One event for a client, and the position it has once it got this.
public record Frame(Position id, ClientEvent event) {}
