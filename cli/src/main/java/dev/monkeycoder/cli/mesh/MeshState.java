package dev.monkeycoder.cli.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.run.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The local mesh as its supervisor describes it in `.monkey/mesh.json` (`MeshFile` in module
/// local-mesh has the format).
///
/// @param pid of the supervisor
/// @param scripted the vendor simulator answers
/// @param urls of the parts that speak HTTP
public record MeshState(long pid, boolean scripted, Map<String, String> urls, List<Part> parts) {
    private static final String GATEWAY = "gateway";
    private static final String KEYCLOAK = "keycloak";
    private static final String TRACES = "traces";

    /// One part.
    ///
    /// @param pid empty for what has no process of its own, or none now
    /// @param state as the supervisor last saw it
    public record Part(String name, int port, Optional<Long> pid, String state) {}

    public MeshState {
        urls = Map.copyOf(urls);
        parts = List.copyOf(parts);
    }

    /// Empty when the text is no such description.
    public static Optional<MeshState> of(String json) {
        return Json.tree(json)
                .filter(tree -> tree.path("pid").isIntegralNumber())
                .map(MeshState::read);
    }

    private static MeshState read(JsonNode tree) {
        var urls = new TreeMap<String, String>();
        tree.path("urls")
                .properties()
                .forEach(url -> urls.put(url.getKey(), url.getValue().asText()));
        var processes = tree.path("parts").valueStream().map(MeshState::part);
        var collector =
                Stream.ofNullable(urls.get(TRACES))
                        .map(url ->
                                new Part(
                                        TRACES,
                                        URI.create(url).getPort(),
                                        Optional.empty(),
                                        "ready"));
        return new MeshState(
                tree.path("pid").asLong(),
                tree.path("simulated").asBoolean(),
                urls,
                Stream.concat(processes, collector).toList());
    }

    private static Part part(JsonNode part) {
        return new Part(
                part.path("part").asText(),
                part.path("port").asInt(),
                Optional.of(part.path("pid").asLong()).filter(pid -> pid > 0),
                part.path("state").asText());
    }

    /// Whether all that a run needs has come up. Keycloak may follow.
    public boolean usable() {
        return parts.stream()
                .filter(part -> !part.name().equals(KEYCLOAK))
                .allMatch(part -> part.state().equals("ready"));
    }

    public String gateway() {
        return urls.getOrDefault(GATEWAY, "http://127.0.0.1:8080");
    }

    /// Keycloak's realm of people.
    public Optional<String> issuer() {
        return Optional.ofNullable(urls.get(KEYCLOAK)).map(url -> url + "/realms/monkey");
    }

    /// Where spans can be read.
    public Optional<String> collector() {
        return Optional.ofNullable(urls.get(TRACES));
    }
}
