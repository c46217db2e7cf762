package dev.monkeycoder.simulator.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.simulator.model.Tool;

/// Arguments that a tool's JSON Schema takes: its required properties, each with the plainest value
/// of its type.
final class Arguments {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Arguments() {}

    static String of(Tool tool) {
        try {
            return JSON.writeValueAsString(object(JSON.readTree(tool.schema())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema of " + tool.name() + " is no JSON", e);
        }
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode required : schema.path("required")) {
            object.set(required.asText(), value(schema.path("properties").path(required.asText())));
        }
        return object;
    }

    private static JsonNode value(JsonNode schema) {
        JsonNode first = schema.path("enum").path(0);
        if (!first.isMissingNode()) {
            return first;
        }
        JsonNode type = schema.path("type");
        return switch ((type.isArray() ? type.path(0) : type).asText()) {
            case "object" -> object(schema);
            case "array" -> NODES.arrayNode();
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "null" -> NODES.nullNode();
            default -> NODES.textNode("sample");
        };
    }
}
