package dev.monkeycoder.context.workspace;

import dev.monkeycoder.events.CallId;
import java.time.Instant;

/// What made a version out of the one before it.
///
/// @param path the file that was written
/// @param call the tool call that wrote it
public record Change(int version, WorkspacePath path, CallId call, Instant at) {}
