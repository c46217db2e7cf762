package dev.monkeycoder.mesh;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a mesh is made of, and where.
///
/// @param state the folder that holds its data, logs and secrets
/// @param ports by part; all on 127.0.0.1
/// @param environment what the launcher was told: model settings, and `MONKEY_...` for the services
/// @param parts those that are started
/// @param extra more environment for single services
public record MeshConfig(
        Checkout checkout,
        Path state,
        Map<Part, Integer> ports,
        Map<String, String> environment,
        Set<Part> parts,
        Map<Part, Map<String, String>> extra) {
    /// Each vendor's key; any of them makes the mesh use real models.
    public static final Set<String> MODEL_KEYS =
            Set.of(
                    "OPENAI_API_KEY",
                    "ANTHROPIC_API_KEY",
                    "GEMINI_API_KEY",
                    "GROQ_API_KEY",
                    "XAI_API_KEY");

    /// The address of any server that speaks OpenAI's format; it makes the mesh use that.
    public static final String MODEL_URL = "MONKEY_MODEL_URL";

    public MeshConfig {
        state = state.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        environment = Map.copyOf(environment);
        parts = Set.copyOf(parts);
        extra = Map.copyOf(extra);
        if (!ports.keySet().containsAll(Set.of(Part.values()))) {
            throw new IllegalArgumentException(
                    "ports: " + ports + " (expected: one for each part)");
        }
    }

    /// Ports and models as the environment has them. The vendor simulator is a part only where no
    /// model is named.
    ///
    /// @throws IllegalArgumentException with the variable that is wrong
    public static MeshConfig of(Checkout checkout, Path state, Map<String, String> environment) {
        Set<Part> parts = EnumSet.allOf(Part.class);
        if (namesModel(environment)) {
            parts.remove(Part.SIMULATOR);
        }
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(part, environment));
        }
        Map<Integer, Part> taken = new HashMap<>();
        for (Part part : parts) {
            Part other = taken.put(ports.get(part), part);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s: port %d is also that of %s (expected: a port of its own)"
                                .formatted(part.portVariable(), ports.get(part), other.title()));
            }
        }
        return new MeshConfig(checkout, state, ports, environment, parts, Map.of());
    }

    /// Whether answers are scripted: nothing says which model to ask.
    public boolean simulated() {
        return parts.contains(Part.SIMULATOR);
    }

    public int port(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }

    /// Where a part that speaks HTTP is found.
    public URI url(Part part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    /// The realm of people in Keycloak.
    public URI realm() {
        return url(Part.KEYCLOAK).resolve("/realms/monkey");
    }

    /// The file of the first API key.
    public Path keyFile() {
        return state.resolve("key");
    }

    public Path log(Part part) {
        return state.resolve("logs").resolve(part.title() + ".log");
    }

    /// The same, on other ports.
    public MeshConfig onPorts(Map<Part, Integer> others) {
        Map<Part, Integer> all = new EnumMap<>(ports);
        all.putAll(others);
        return new MeshConfig(checkout, state, all, environment, parts, extra);
    }

    /// The same, without a part that this use of the mesh does not need.
    public MeshConfig without(Part part) {
        Set<Part> fewer = parts.stream().filter(it -> it != part).collect(toUnmodifiableSet());
        return new MeshConfig(checkout, state, ports, environment, fewer, extra);
    }

    /// The same, with more environment for one service; it wins over what the mesh gives.
    public MeshConfig with(Part part, Map<String, String> more) {
        Map<Part, Map<String, String>> all = new HashMap<>(extra);
        all.merge(
                part,
                Map.copyOf(more),
                (one, other) ->
                        Stream.of(one, other)
                                .flatMap(it -> it.entrySet().stream())
                                .collect(
                                        toUnmodifiableMap(
                                                Map.Entry::getKey,
                                                Map.Entry::getValue,
                                                (_, last) -> last)));
        return new MeshConfig(checkout, state, ports, environment, parts, all);
    }

    private static boolean namesModel(Map<String, String> environment) {
        return Stream.concat(MODEL_KEYS.stream(), Stream.of(MODEL_URL))
                .map(environment::get)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private static int port(Part part, Map<String, String> environment) {
        String text =
                Optional.ofNullable(environment.get(part.portVariable()))
                        .filter(value -> !value.isBlank())
                        .orElseGet(() -> Integer.toString(part.defaultPort()));
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is out of range
        }
        throw new IllegalArgumentException(
                part.portVariable() + ": " + text + " (expected: a port from 1 to 65535)");
    }
}
