package dev.monkeycoder.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the gateway says of itself.
record OpenApi(JsonNode document) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern SCOPE = Pattern.compile("`([a-z]+:[a-z]+)`");

    static OpenApi of(SharedMesh mesh) {
        return new OpenApi(mesh.api("").read("/q/openapi?format=json"));
    }

    /// One method of one path.
    ///
    /// @param scopes that its description says it needs
    /// @param contentType of the body that it takes first
    record Operation(String method, String path, Set<String> scopes, Optional<String> contentType) {
        /// Its path for a certain thing.
        String path(String id) {
            return path.replaceAll("\\{[^}]+}", id);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .map(method ->
                                        operation(
                                                path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    private static Operation operation(String path, String method, JsonNode told) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                SCOPE.matcher(told.path("description").asText())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()),
                told.path("requestBody")
                        .path("content")
                        .propertyStream()
                        .map(content -> content.getKey())
                        .findFirst());
    }

    /// The paths of all fields of a schema, such as `files[].path`; of nested objects only what is
    /// in them.
    Stream<String> fields(String schema) {
        return fields("", document.path("components").path("schemas").path(schema));
    }

    private static Stream<String> fields(String prefix, JsonNode schema) {
        return schema.path("properties")
                .propertyStream()
                .flatMap(field -> {
                    String path = prefix + field.getKey();
                    if (field.getValue().has("properties")) {
                        return fields(path + ".", field.getValue());
                    }
                    JsonNode items = field.getValue().path("items");
                    return items.has("properties") ? fields(path + "[].", items) : Stream.of(path);
                });
    }
}
