package dev.monkeycoder.context.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.List;
import java.util.Optional;

/// The arguments of a tool as a model wrote them, field by field. Whatever is wrong is said in a
/// sentence that tells the model how to mend it.
final class Arguments {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonNode fields;

    private Arguments(JsonNode fields) {
        this.fields = fields;
    }

    /// @param known all fields of the tool, in the order of its schema
    static Arguments of(String text, List<String> known) throws BadArguments {
        var fields = parse(text.isBlank() ? "{}" : text);
        if (!fields.isObject()) {
            throw new BadArguments(
                    "The arguments are not a JSON object. Send an object with the fields "
                            + String.join(", ", known)
                            + ".");
        }
        for (var name : (Iterable<String>) fields::fieldNames) {
            if (!known.contains(name)) {
                throw new BadArguments(
                        "There is no argument named "
                                + shortened(name)
                                + ". The arguments are "
                                + String.join(", ", known)
                                + ".");
            }
        }
        return new Arguments(fields);
    }

    private static JsonNode parse(String text) throws BadArguments {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            var at = wrong.getLocation();
            throw new BadArguments(
                    "The arguments are not valid JSON (line "
                            + (at == null ? 1 : at.getLineNr())
                            + ", column "
                            + (at == null ? 1 : at.getColumnNr())
                            + "). Send one JSON object; escape quotes, backslashes and line breaks"
                            + " within strings.");
        }
    }

    String text(String name) throws BadArguments {
        return optionalText(name)
                .orElseThrow(() -> new BadArguments("The argument " + name + " is missing."));
    }

    Optional<String> optionalText(String name) throws BadArguments {
        var value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(name, "a string");
        }
        return Optional.of(value.textValue());
    }

    Optional<Integer> optionalLine(String name) throws BadArguments {
        var value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw wrongType(name, "a whole number");
        }
        if (value.intValue() < 1) {
            throw new BadArguments("The argument " + name + " must be 1 or more.");
        }
        return Optional.of(value.intValue());
    }

    boolean flag(String name) throws BadArguments {
        var value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrongType(name, "true or false");
        }
        return value.booleanValue();
    }

    /// A path of a file: never the workspace itself.
    WorkspacePath file(String name) throws BadArguments {
        return place(name, text(name))
                .orElseThrow(() ->
                        new BadArguments(
                                "The argument "
                                        + name
                                        + " names the whole workspace. Give the path of a file."));
    }

    /// A folder or file; empty for the whole workspace.
    Optional<WorkspacePath> place(String name) throws BadArguments {
        var text = optionalText(name);
        return text.isEmpty() || text.get().isEmpty() ? Optional.empty() : place(name, text.get());
    }

    private static Optional<WorkspacePath> place(String name, String text) throws BadArguments {
        return switch (WorkspacePath.read(text)) {
            case WorkspacePath.Reading.Good good ->
                    good.isRoot() ? Optional.empty() : Optional.of(good.path());
            case WorkspacePath.Reading.Bad(var reason) ->
                    throw new BadArguments(
                            "The argument "
                                    + name
                                    + " "
                                    + reason
                                    + ". Give a path within the workspace, such as src/App.java.");
        };
    }

    private static BadArguments wrongType(String name, String expected) {
        return new BadArguments("The argument " + name + " must be " + expected + ".");
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }
}
