package dev.monkeycoder.simulator.script.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.play.Pace;
import dev.monkeycoder.simulator.script.Rule;
import dev.monkeycoder.simulator.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a script from YAML. The format is in `vendor-simulator/README.md`; whatever is not in it
/// is refused.
public final class ScriptReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private final String source;

    private ScriptReader(String source) {
        this.source = source;
    }

    /// @param source how error messages call the text
    /// @throws IllegalArgumentException for a text that is no script; the message names source and
    ///   rule
    public static Script read(String source, String text) {
        try {
            return new ScriptReader(source).script(YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + ": " + e.getOriginalMessage(), e);
        }
    }

    private Script script(JsonNode root) {
        only(root, source, Set.of("model", "pace", "rules"));
        String model =
                text(root, source, "model")
                        .filter(name -> !name.isBlank())
                        .orElseThrow(() -> wrong(source, "model", "a name"));
        Pace pace = pace(root.path("pace"), source).orElse(Pace.AT_ONCE);
        JsonNode list = root.path("rules");
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(source, "rules", "a list of one rule at least");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : list) {
            rules.add(rule(rule, source + ": rule " + (rules.size() + 1)));
        }
        return new Script(model, pace, rules);
    }

    private Rule rule(JsonNode rule, String place) {
        only(
                rule,
                place,
                Set.of("agent", "visit", "step", "user_contains", "text", "calls", "pace"));
        Rule.When when =
                new Rule.When(
                        text(rule, place, "agent"),
                        number(rule, place, "visit", 1),
                        number(rule, place, "step", 0),
                        text(rule, place, "user_contains"));
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode call : rule.path("calls")) {
            calls.add(call(call, place + ", call " + (calls.size() + 1)));
        }
        String says = text(rule, place, "text").orElse("");
        Optional<Pace> pace = pace(rule.path("pace"), place);
        try {
            return new Rule(when, says, calls, pace);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    private static ToolCall call(JsonNode call, String place) {
        only(call, place, Set.of("tool", "arguments"));
        JsonNode arguments = call.path("arguments");
        if (!arguments.isObject()) {
            throw wrong(place, "arguments", "a map");
        }
        try {
            return new ToolCall(
                    text(call, place, "tool").orElseThrow(() -> wrong(place, "tool", "a name")),
                    JSON.writeValueAsString(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<Pace> pace(JsonNode pace, String place) {
        if (pace.isMissingNode()) {
            return Optional.empty();
        }
        only(pace, place + ", pace", Set.of("ttft_ms", "tokens_per_second"));
        return Optional.of(
                new Pace(
                        Duration.ofMillis(number(pace, place, "ttft_ms", 0).orElse(0)),
                        number(pace, place, "tokens_per_second", 0).orElse(0)));
    }

    private static Optional<String> text(JsonNode node, String place, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(place, name, "text");
        }
        return Optional.of(value.textValue());
    }

    private static OptionalInt number(JsonNode node, String place, String name, int least) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < least) {
            throw wrong(place, name, "a whole number >= " + least);
        }
        return OptionalInt.of(value.intValue());
    }

    private static void only(JsonNode node, String place, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(place + ": not a map");
        }
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException(place + ": unknown key " + field.getKey());
            }
        }
    }

    private static IllegalArgumentException wrong(String place, String name, String expected) {
        return new IllegalArgumentException(place + ": " + name + " (expected: " + expected + ")");
    }
}
