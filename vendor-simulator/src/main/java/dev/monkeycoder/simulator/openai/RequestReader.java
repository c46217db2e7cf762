package dev.monkeycoder.simulator.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.Tokens;
import dev.monkeycoder.simulator.model.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the body of `POST /v1/chat/completions`.
///
/// A prompt's tokens are those of every text and tool call in its messages, 4 more for each
/// message, and those of the tools' JSON.
final class RequestReader {
    private static final JsonMapper JSON = new JsonMapper();

    /// The tokens of a message beside its text, for its role and its bounds.
    private static final int TOKENS_PER_MESSAGE = 4;

    private RequestReader() {}

    static ChatRequest read(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException _) {
            root = null;
        }
        if (root == null || !root.isObject()) {
            return new ChatRequest.Invalid(
                    "We could not parse the JSON body of your request.",
                    Optional.empty(),
                    Optional.empty());
        }
        try {
            return valid(root, body);
        } catch (Refusal e) {
            return e.invalid;
        }
    }

    private static ChatRequest.Valid valid(JsonNode root, String body) {
        String model = root.path("model").asText("");
        if (model.isEmpty()) {
            throw new Refusal("you must provide a model parameter", "model");
        }
        if (root.path("n").asInt(1) != 1) {
            throw new Refusal("vendor simulator: n must be 1", "n");
        }
        JsonNode messages = root.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new Refusal("Missing required parameter: 'messages'.", "messages");
        }
        List<Said> said = new ArrayList<>();
        int tokens = 0;
        for (JsonNode message : messages) {
            Said one = said(message, "messages[" + said.size() + "]");
            said.add(one);
            tokens += TOKENS_PER_MESSAGE + Tokens.count(one.text()) + callTokens(message);
        }
        List<Tool> tools = tools(root.path("tools"));
        tokens += tools.isEmpty() ? 0 : Tokens.count(root.path("tools").toString());
        JsonNode options = root.path("stream_options");
        return new ChatRequest.Valid(
                new Prompt(model, said, tools, maxTokens(root), tokens, body),
                root.path("stream").asBoolean(),
                options.path("include_usage").asBoolean(),
                options.path("include_obfuscation").asBoolean(true));
    }

    private static Said said(JsonNode message, String place) {
        Said.Speaker speaker =
                switch (message.path("role").asText()) {
                    case "system", "developer" -> Said.Speaker.SYSTEM;
                    case "user" -> Said.Speaker.USER;
                    case "assistant" -> Said.Speaker.ASSISTANT;
                    case "tool" -> Said.Speaker.TOOL;
                    default ->
                            throw new Refusal(
                                    "Invalid value: '" + message.path("role").asText() + "'.",
                                    place + ".role");
                };
        return new Said(speaker, text(message.path("content"), place + ".content"));
    }

    private static String text(JsonNode content, String place) {
        if (content.isTextual()) {
            return content.textValue();
        }
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        if (!content.isArray()) {
            throw new Refusal("Invalid type for '" + place + "'.", place);
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    private static int callTokens(JsonNode message) {
        int tokens = 0;
        for (JsonNode call : message.path("tool_calls")) {
            tokens += Tokens.count(call.path("function").path("name").asText());
            tokens += Tokens.count(call.path("function").path("arguments").asText());
        }
        return tokens;
    }

    private static List<Tool> tools(JsonNode offered) {
        List<Tool> tools = new ArrayList<>();
        for (JsonNode tool : offered) {
            JsonNode function = tool.path("function");
            String name = function.path("name").asText();
            if (name.isEmpty()) {
                String param = "tools[" + tools.size() + "].function.name";
                throw new Refusal("Missing required parameter: '" + param + "'.", param);
            }
            JsonNode schema = function.path("parameters");
            tools.add(new Tool(name, schema.isObject() ? schema.toString() : "{}"));
        }
        return tools;
    }

    private static OptionalInt maxTokens(JsonNode root) {
        for (String name : List.of("max_completion_tokens", "max_tokens")) {
            JsonNode value = root.path(name);
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
                throw new Refusal(
                        "Invalid '"
                                + name
                                + "': integer below minimum value. Expected a value >= 1.",
                        name);
            }
            return OptionalInt.of(value.intValue());
        }
        return OptionalInt.empty();
    }

    /// Carries an [ChatRequest.Invalid] out of the reading.
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient ChatRequest.Invalid invalid;

        private Refusal(String message, String param) {
            super(message, null, false, false);
            this.invalid = ChatRequest.Invalid.of(message, param);
        }
    }
}
