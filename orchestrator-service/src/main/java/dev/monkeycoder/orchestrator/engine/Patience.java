package dev.monkeycoder.orchestrator.engine;

import java.time.Duration;

/// How long the engine waits for what.
///
/// @param context for a context to be prepared
/// @param model for a model's answer, all attempts of provider-service together
/// @param tool for a tool's answer
/// @param cancel for calls in flight to stop, once their run is cancelled
/// @param decision until it is looked again whether a replica knows the run's pattern
public record Patience(
        Duration context, Duration model, Duration tool, Duration cancel, Duration decision) {}
