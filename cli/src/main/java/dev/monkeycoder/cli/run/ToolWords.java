package dev.monkeycoder.cli.run;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.events.ToolUse;
import java.util.Map;

/// A tool call in a few words: the values of its short arguments. Arguments that are no JSON object
/// are shown as the model wrote them.
final class ToolWords {
    private static final int SHORT = 60;

    private ToolWords() {}

    static String of(ToolUse use) {
        return Json.tree(use.arguments())
                .filter(JsonNode::isObject)
                .map(ToolWords::words)
                .orElse(use.arguments());
    }

    private static String words(JsonNode arguments) {
        return arguments.properties().stream().map(ToolWords::word).collect(joining(" "));
    }

    private static String word(Map.Entry<String, JsonNode> argument) {
        var value = argument.getValue();
        var text = value.isValueNode() ? value.asText() : value.toString();
        if (text.length() > SHORT) {
            return argument.getKey() + "=(" + text.length() + " characters)";
        }
        return argument.getKey().equals("path") ? text : argument.getKey() + "=" + text;
    }
}
