package dev.monkeycoder.cli.project;

import java.util.Map;
import java.util.Optional;

/// What was uploaded: the SHA-256 of each file by its path.
public record UploadedFiles(Map<String, String> hashes) {
    public UploadedFiles {
        hashes = Map.copyOf(hashes);
    }

    public Optional<String> hash(String path) {
        return Optional.ofNullable(hashes.get(path));
    }
}
