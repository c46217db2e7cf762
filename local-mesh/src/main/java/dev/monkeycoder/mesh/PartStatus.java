package dev.monkeycoder.mesh;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// How a part is at one moment.
///
/// @param pid of its process, while it has one
/// @param restarts how often it ended by itself and was started again
/// @param since when it got into this state
/// @param failure the last one
public record PartStatus(
        Part part,
        PartState state,
        int port,
        OptionalLong pid,
        int restarts,
        Instant since,
        Path log,
        Optional<String> failure) {}
