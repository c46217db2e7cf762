package dev.monkeycoder.gateway.identity;

import dev.monkeycoder.events.CallerId;

/// What this caller was let in with is no longer good: what it still has open ends.
public record CallerRevoked(CallerId caller) {}
