package dev.monkeycoder.mesh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/// What other processes can know of a running mesh: the content of `mesh.json` in the state folder.
///
/// @param pid of the supervisor
/// @param startedAt ISO
/// @param simulated whether answers are scripted
/// @param urls by part, of those that speak HTTP
public record MeshFile(
        long pid,
        String startedAt,
        boolean simulated,
        String keyFile,
        Map<String, String> urls,
        List<Entry> parts) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// One part.
    ///
    /// @param state as [PartState], lower case
    /// @param pid 0 while there is no process
    /// @param since ISO
    /// @param failure empty when there was none
    public record Entry(
            String part,
            String state,
            int port,
            long pid,
            int restarts,
            String since,
            String log,
            String failure) {}

    public MeshFile {
        urls = Map.copyOf(urls);
        parts = List.copyOf(parts);
    }

    public String toJson() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("mesh.json: can't be written", e);
        }
    }

    /// @throws IllegalArgumentException when it is not what [#toJson] makes
    public static MeshFile of(String json) {
        try {
            return MAPPER.readValue(json, MeshFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("mesh.json: " + e.getOriginalMessage(), e);
        }
    }
}
