package dev.monkeycoder.mesh;

import dev.monkeycoder.mesh.traces.Span;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A mesh that is up. Its parts end with this JVM at the latest, however it ends.
public interface RunningMesh extends AutoCloseable {
    MeshConfig config();

    /// Of the parts that speak HTTP.
    Map<Part, URI> urls();

    /// Of all parts, in their order of start.
    List<PartStatus> status();

    /// The first API key: of the tenant `default`, with every scope.
    String apiKey();

    /// The spans of a trace that the collector has, in the order they came.
    List<Span> trace(String traceId);

    /// Returns when a part is ready; Keycloak may come up after the others.
    ///
    /// @throws IllegalStateException when it is not in time
    void await(Part part, Duration atMost);

    /// Ends a part's process by SIGKILL, and returns when it is gone. It stays away until it is
    /// started.
    void kill(Part part);

    /// Starts a part that was killed, and returns when it is ready.
    void start(Part part);

    /// Ends all parts, in reverse order, and returns when they are gone.
    @Override
    void close();
}
