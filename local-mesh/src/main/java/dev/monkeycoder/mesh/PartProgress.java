package dev.monkeycoder.mesh;

import java.time.Duration;
import java.util.Optional;

/// A step in the life of a part.
///
/// @param elapsed since this start of the part began
/// @param failure why it failed or is restarted, with the last lines of its log
public record PartProgress(
        Part part, PartState state, Duration elapsed, Optional<String> failure) {}
