package dev.monkeycoder.context.workspace;

/// Something of an upload that was left out.
///
/// @param path a file, or a folder with `/` at its end when several of it were left out
/// @param reason why, and how many or which
public record Skipped(String path, String reason) {}
