package dev.monkeycoder.systemtests;

import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.Mesh;
import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.RunningMesh;
import dev.monkeycoder.mesh.process.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The one mesh of all system tests: started for the first test that asks for it, ended after the
/// last. Its services are the packaged ones; it has no Keycloak, since the API by key needs none.
///
/// Besides the simulator as such, provider-service knows it as three other vendors, so that a test
/// can see who was chosen (by the end of the key) and spoil one vendor's breaker alone.
final class SharedMesh implements AutoCloseable {
    /// How long a test waits for what must come.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String COMPATIBLE_KEY = "key-of-the-compatible-server";
    static final String GROQ_KEY = "gsk-key-of-groq-1111";
    static final String XAI_KEY = "xai-key-of-xai-2222";

    private final Path folder;
    private final RunningMesh mesh;

    private SharedMesh(Path folder, RunningMesh mesh) {
        this.folder = folder;
        this.mesh = mesh;
    }

    /// Gives tests the mesh as a parameter.
    static final class Source implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedMesh.class;
        }

        @Override
        public SharedMesh resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(SharedMesh.class, _ -> started(), SharedMesh.class);
        }
    }

    private static SharedMesh started() {
        try {
            Checkout checkout = Checkout.find();
            Path target = checkout.root().resolve("system-tests/target");
            Files.createDirectories(target);
            Path folder = Files.createTempDirectory(target, "mesh-");
            MeshConfig config = config(checkout, folder);
            return new SharedMesh(folder, Mesh.start(config, _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MeshConfig config(Checkout checkout, Path folder) {
        Map<Part, Integer> ports = freePorts();
        String simulator = "http://127.0.0.1:" + ports.get(Part.SIMULATOR) + "/v1";
        Map<String, String> vendors =
                Map.of(
                        "MONKEY_MODEL", "scripted-bookshop",
                        "MONKEY_MODEL_URL", simulator,
                        "MONKEY_MODEL_KEY", COMPATIBLE_KEY,
                        "GROQ_BASE_URL", simulator,
                        "GROQ_API_KEY", GROQ_KEY,
                        "XAI_BASE_URL", simulator,
                        "XAI_API_KEY", XAI_KEY);
        Path scripts = checkout.root().resolve("system-tests/src/test/resources/scripts");
        return MeshConfig.of(checkout, folder, Map.of("MONKEY_SIMULATOR_SPEED", "20"))
                .onPorts(ports)
                .without(Part.KEYCLOAK)
                .with(Part.PROVIDER, vendors)
                .with(
                        Part.SIMULATOR,
                        Map.of(
                                "MONKEY_SIMULATOR_SCRIPTS",
                                scripts.toString(),
                                "MONKEY_SIMULATOR_REQUEST_LOG",
                                "5000"));
    }

    private static Map<Part, Integer> freePorts() {
        Map<Part, Integer> ports = new HashMap<>();
        for (Part part : Part.values()) {
            int port = FreePorts.any();
            while (ports.containsValue(port)) {
                port = FreePorts.any();
            }
            ports.put(part, port);
        }
        return ports;
    }

    RunningMesh running() {
        return mesh;
    }

    /// As the owner of the first key, who may do everything.
    Api api() {
        return new Api(mesh.config().url(Part.GATEWAY), mesh.apiKey());
    }

    Api api(String key) {
        return api().with(key);
    }

    /// One service's own door, as only its neighbours see it.
    Api inside(Part part, String token) {
        return new Api(mesh.config().url(part), token);
    }

    Simulator simulator() {
        return new Simulator(mesh.config().url(Part.SIMULATOR));
    }

    Metrics metrics(Part part) {
        return Metrics.of(mesh.config().url(part));
    }

    Path checkout() {
        return mesh.config().checkout().root();
    }

    /// Does `work` while a part is gone; it is back afterwards.
    void without(Part part, Runnable work) {
        mesh.kill(part);
        try {
            work.run();
        } finally {
            mesh.start(part);
        }
    }

    /// Logs stay for who looks into a failure; the data goes.
    @Override
    public void close() {
        mesh.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(files.toList()).reversed();
            for (Path file : deepestFirst) {
                if (!kept(folder.relativize(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean kept(Path path) {
        return Set.of("", "logs").contains(path.getName(0).toString());
    }
}
