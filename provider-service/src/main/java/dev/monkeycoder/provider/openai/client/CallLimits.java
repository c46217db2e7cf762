package dev.monkeycoder.provider.openai.client;

import java.time.Duration;

/// How long a call may take.
///
/// @param firstToken from the request to the first token
/// @param silence between two chunks after that
/// @param total from now to the call's deadline
public record CallLimits(Duration firstToken, Duration silence, Duration total) {}
