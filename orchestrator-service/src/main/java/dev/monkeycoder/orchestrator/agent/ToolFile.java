package dev.monkeycoder.orchestrator.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.events.ToolSpec;
import java.util.List;
import java.util.Set;

/// Reads tool definitions: name, description, and the JSON Schema of the arguments.
final class ToolFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ToolFile() {}

    /// @throws InvalidDefinition with the line of the first mistake
    static List<ToolSpec> parse(String file, String yaml) {
        return Entry.list(file, yaml).stream().map(ToolFile::tool).toList();
    }

    private static ToolSpec tool(Entry entry) {
        entry.only(Set.of("name", "description", "parameters"));
        return new ToolSpec(
                entry.text("name"), entry.text("description"), json(entry.tree("parameters")));
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("parameters: not JSON", e);
        }
    }
}
