package dev.monkeycoder.cli.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process that looks like a mesh's supervisor, with the state file of one. It ends when asked
/// to.
public final class FakeSupervisor implements AutoCloseable {
    private final Process process;

    private FakeSupervisor(Process process) {
        this.process = process;
    }

    /// @param state the `.monkey` folder
    public static FakeSupervisor start(Path state, String gateway, boolean scripted)
            throws IOException {
        var process =
                new ProcessBuilder("sh", "-c", "read line", "dev.monkeycoder.mesh.MeshMain")
                        .start();
        Files.createDirectories(state);
        Files.writeString(
                state.resolve("mesh.json"),
                """
                {
                  "pid" : %d,
                  "started_at" : "2026-11-22T10:00:00Z",
                  "simulated" : %s,
                  "urls" : {"gateway": "%s", "keycloak": "http://127.0.0.1:8180", "traces": "%s"},
                  "parts" : [ {"part": "postgres", "state": "ready", "port": 1, "pid": 77, "restarts": 0} ]
                }
                """
                        .formatted(process.pid(), scripted, gateway, gateway));
        return new FakeSupervisor(process);
    }

    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
