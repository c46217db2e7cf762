package dev.monkeycoder.context.workspace;

import java.util.Optional;

/// A file that is not the same in two versions: new without `before`, deleted without `after`.
public record FileChange(Optional<FileEntry> before, Optional<FileEntry> after) {
    public FileChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("change: nothing (expected: before or after)");
        }
    }

    public WorkspacePath path() {
        return after.or(() -> before).orElseThrow().path();
    }
}
