package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import java.util.stream.Collectors;

/// Looks that nobody else listens where the mesh will.
final class Ports {
    private Ports() {}

    /// @throws IllegalStateException with every port that is taken, and the variable that moves it
    static void check(MeshConfig config) {
        String taken =
                config.parts().stream()
                        .sorted()
                        .filter(part -> !FreePorts.free(config.port(part)))
                        .map(part -> message(part, config.port(part)))
                        .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new IllegalStateException(taken);
        }
    }

    private static String message(Part part, int port) {
        return "%s: port %d is taken (expected: free, or another one in %s)"
                .formatted(part.title(), port, part.portVariable());
    }
}
