package dev.monkeycoder.context.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.stream.Stream;

final class Files {
    static final OutputLimits LIMITS = new OutputLimits(200, 3, 40, 6);

    private Files() {}

    static FileEntry file(String path, String content) {
        return FileEntry.of(new WorkspacePath(path), false, content.getBytes(UTF_8));
    }

    /// Each file holds its own name.
    static Manifest named(String... paths) {
        return Manifest.of(Stream.of(paths).map(path -> file(path, path)).toList());
    }
}
