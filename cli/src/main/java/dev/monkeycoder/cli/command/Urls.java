package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.mesh.MeshState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a mesh can be reached.
final class Urls {
    private Urls() {}

    static List<String> of(MeshState mesh) {
        var lines = new ArrayList<String>();
        lines.add("  gateway   " + mesh.gateway());
        lines.add("  OpenAPI   " + mesh.gateway() + "/q/openapi");
        mesh.issuer().ifPresent(realm -> lines.add("  Keycloak  " + realm));
        mesh.collector().ifPresent(traces -> lines.add("  traces    " + traces));
        return List.copyOf(lines);
    }

    /// A command that submits a run, streams it, and works as it stands.
    static List<String> curl(MeshState mesh, Path key) {
        var model = mesh.scripted() ? ",\"model\":\"simulator/synthetic\"" : "";
        return List.of(
                "  curl -sSN " + mesh.gateway() + Paths.RUNS + " \\",
                "    -H \"Authorization: Bearer $(cat '" + key + "')\" \\",
                "    -H 'Content-Type: application/json' -H 'Accept: text/event-stream' \\",
                "    -d '{\"prompt\":\"What makes a good commit"
                        + " message?\",\"agents\":[\"developer\"]"
                        + model
                        + "}'");
    }
}
