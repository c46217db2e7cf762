package dev.monkeycoder.mesh;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds this repository, with what the build put below its modules.
public record Checkout(Path root) {
    public Checkout {
        root = root.toAbsolutePath().normalize();
    }

    /// The nearest repository at or above a folder; the environment variable `MONKEY_HOME` wins.
    ///
    /// @throws IllegalStateException when there is none
    public static Checkout find() {
        String named = System.getenv("MONKEY_HOME");
        return named == null || named.isBlank()
                ? above(Path.of("").toAbsolutePath())
                : new Checkout(Path.of(named));
    }

    /// @throws IllegalStateException when neither the folder nor any above it holds the repository
    static Checkout above(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("local-mesh/pom.xml"))
                    && Files.isRegularFile(at.resolve("events/pom.xml"))) {
                return new Checkout(at);
            }
        }
        throw new IllegalStateException(
                "repository: none at or above "
                        + folder
                        + " (expected: run inside it, or MONKEY_HOME names it)");
    }

    /// The broker's jars.
    public Path kafka() {
        return built("local-mesh/target/kafka/libs", "local-mesh");
    }

    /// The folder of the Keycloak distribution, whatever its version.
    public Path keycloak() {
        return built("local-mesh/target/keycloak", "local-mesh");
    }

    /// The folder with the packed PostgreSQL of this machine's kind.
    public Path postgres() {
        return built("local-mesh/target/postgres", "local-mesh");
    }

    /// The runnable jar of a service module.
    public Path service(String module) {
        return built(module + "/target/quarkus-app/quarkus-run.jar", module);
    }

    /// The realm with which Keycloak starts.
    public Path realm() {
        return root.resolve("auth-service/src/main/keycloak/monkey-realm.json");
    }

    private Path built(String path, String module) {
        Path built = root.resolve(path);
        if (!Files.exists(built)) {
            throw new IllegalStateException(
                    built + ": missing (expected: module " + module + " is built)");
        }
        return built;
    }
}
