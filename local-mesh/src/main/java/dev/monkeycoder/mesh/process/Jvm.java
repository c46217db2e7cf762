package dev.monkeycoder.mesh.process;

import java.nio.file.Path;

/// The Java that runs this process, for those that it starts.
final class Jvm {
    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
