package dev.monkeycoder.cli.mesh.process;

import dev.monkeycoder.cli.mesh.MeshState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the supervisor of the local mesh leaves below `.monkey/`.
public final class MeshFiles {
    private static final String LOG = ".log";

    private final Path folder;

    public MeshFiles(Path folder) {
        this.folder = folder;
    }

    /// The mesh that is up or comes up; empty when there is none, whatever a crash left in the
    /// file.
    public Optional<MeshState> running() {
        return text("mesh.json").flatMap(MeshState::of).filter(mesh -> Supervisor.runs(mesh.pid()));
    }

    /// The API key of the mesh's first tenant.
    public Optional<String> key() {
        return text("key").map(String::strip).filter(key -> !key.isEmpty());
    }

    public Path stateFile() {
        return folder.resolve("mesh.json");
    }

    public Path keyFile() {
        return folder.resolve("key");
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + LOG);
    }

    /// The parts that have a log.
    public List<String> logs() {
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(LOG))
                    .map(name -> name.substring(0, name.length() - LOG.length()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private Optional<String> text(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
