package dev.monkeycoder.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.provider.chat.ChatRequest;
import dev.monkeycoder.provider.vendor.Dialect;
import java.util.List;

/// Writes the body of `POST /chat/completions`, always as a stream that counts its tokens.
public final class ChatEncoder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ChatEncoder() {}

    /// @throws IllegalArgumentException when a tool's parameters are no JSON object
    public static byte[] encode(ChatRequest request, Dialect dialect) {
        var body = NODES.objectNode();
        body.put("model", request.model());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        body.put(dialect.bound(), request.maxTokens());
        request.temperature().ifPresent(temperature -> body.put("temperature", temperature));
        var messages = body.putArray("messages");
        request.messages().forEach(message -> messages.add(message(message, dialect)));
        if (!request.tools().isEmpty()) {
            body.set("tools", tools(request.tools()));
        }
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can always be written", e);
        }
    }

    private static ObjectNode message(Message message, Dialect dialect) {
        return switch (message) {
            case Message.Instructions(var text) -> said("system", text);
            case Message.User(var text) -> said("user", text);
            case Message.Assistant(var text, var uses) -> assistant(text, uses, dialect);
            case Message.ToolResult(var use, _, var text) ->
                    said("tool", text).put("tool_call_id", use);
        };
    }

    private static ObjectNode said(String role, String text) {
        return NODES.objectNode().put("role", role).put("content", text);
    }

    private static ObjectNode assistant(String text, List<ToolUse> uses, Dialect dialect) {
        var message = NODES.objectNode().put("role", "assistant");
        // some servers refuse an empty text beside tool calls, all take it as absent
        if (!text.isEmpty() || uses.isEmpty()) {
            message.put("content", text);
        }
        if (!uses.isEmpty()) {
            var calls = message.putArray("tool_calls");
            uses.forEach(use -> calls.add(toolCall(use, dialect)));
        }
        return message;
    }

    private static ObjectNode toolCall(ToolUse use, Dialect dialect) {
        var call = NODES.objectNode().put("id", use.id()).put("type", "function");
        call.putObject("function")
                .put("name", use.name())
                .put("arguments", isObject(use.arguments()) ? use.arguments() : "{}");
        if (dialect.signatures()) {
            // https://ai.google.dev/gemini-api/docs/thought-signatures, for calls without one
            call.putObject("extra_content")
                    .putObject("google")
                    .put("thought_signature", "skip_thought_signature_validator");
        }
        return call;
    }

    private static ArrayNode tools(List<ToolSpec> specs) {
        var tools = NODES.arrayNode();
        for (var spec : specs) {
            tools.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", spec.name())
                    .put("description", spec.description())
                    .set("parameters", parameters(spec));
        }
        return tools;
    }

    private static JsonNode parameters(ToolSpec spec) {
        if (!isObject(spec.parameters())) {
            throw new IllegalArgumentException(
                    "tool "
                            + spec.name()
                            + ": parameters are not JSON (expected: a JSON Schema object)");
        }
        try {
            return JSON.readTree(spec.parameters());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("read once before", e);
        }
    }

    /// Vendors refuse a history whose arguments are not a JSON object, which a model's own need not
    /// be.
    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
