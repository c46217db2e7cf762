package dev.monkeycoder.context.workspace;

import java.time.Instant;

/// A workspace at its newest version.
///
/// @param files how many it has
/// @param bytes of all of them together
public record WorkspaceState(int version, int files, long bytes, Instant createdAt) {}
