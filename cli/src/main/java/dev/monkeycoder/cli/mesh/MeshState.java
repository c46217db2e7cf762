package dev.monkeycoder.cli.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.run.Json;
import java.util.List;
import java.util.Optional;

/// The local mesh as its supervisor describes it in `.monkey/mesh.json`.
///
/// @param pid of the supervisor
/// @param gateway its URL
/// @param issuer the realm of Keycloak
/// @param collector where spans can be read
/// @param scripted the vendor simulator answers
public record MeshState(
        long pid,
        String gateway,
        Optional<String> issuer,
        Optional<String> collector,
        boolean scripted,
        List<Part> parts) {
    /// One process of the mesh.
    ///
    /// @param state as the supervisor last saw it
    public record Part(
            String name, int port, Optional<Long> pid, String state, Optional<String> url) {}

    public MeshState {
        parts = List.copyOf(parts);
    }

    /// Empty when the text is no such description.
    public static Optional<MeshState> of(String json) {
        return Json.tree(json)
                .filter(tree -> tree.path("pid").canConvertToLong())
                .map(MeshState::read);
    }

    private static MeshState read(JsonNode tree) {
        var parts = tree.path("parts").valueStream().map(MeshState::part).toList();
        return new MeshState(
                tree.path("pid").asLong(),
                text(tree, "gateway")
                        .or(() -> url(parts, "gateway"))
                        .orElse("http://127.0.0.1:8080"),
                text(tree, "issuer")
                        .or(() -> url(parts, "keycloak").map(is -> is + "/realms/monkey")),
                text(tree, "collector").or(() -> url(parts, "traces")),
                tree.path("scripted").asBoolean(),
                parts);
    }

    private static Part part(JsonNode part) {
        return new Part(
                part.path("name").asText(),
                part.path("port").asInt(),
                Optional.of(part.path("pid").asLong()).filter(pid -> pid > 0),
                part.path("state").asText(""),
                text(part, "url"));
    }

    private static Optional<String> url(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> part.url().orElse("http://127.0.0.1:" + part.port()));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(text -> !text.isBlank());
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
