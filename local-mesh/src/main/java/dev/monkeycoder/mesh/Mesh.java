package dev.monkeycoder.mesh;

import dev.monkeycoder.mesh.process.Supervisor;

/// Starts the mesh on this machine.
public final class Mesh {
    private Mesh() {}

    /// Starts PostgreSQL and Kafka, then the services, and returns when all of them are ready.
    /// Keycloak comes up in the background: the API by key works without it.
    ///
    /// @throws IllegalStateException when a port is taken, a mesh is up already in the same state
    ///   folder, or a part does not come up; what was started has been ended then
    public static RunningMesh start(MeshConfig config, MeshListener listener) {
        Supervisor supervisor = new Supervisor(config, listener);
        supervisor.start();
        return supervisor;
    }
}
