package dev.monkeycoder.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Finish;
import dev.monkeycoder.provider.chat.StreamEvent;
import dev.monkeycoder.provider.vendor.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one chunk of a Chat Completions stream, or a whole answer that came unstreamed.
public final class ChunkDecoder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vendor vendor;

    public ChunkDecoder(Vendor vendor) {
        this.vendor = vendor;
    }

    /// What one server-sent event says.
    public List<StreamEvent> decode(SseEvent event) {
        if (event.text().strip().equals("[DONE]")) {
            return List.of(new StreamEvent.Done());
        }
        return read(event.text())
                .map(node -> event.name().equals("error") ? List.of(broke(node)) : chunk(node))
                .orElseGet(this::malformed);
    }

    /// What the body of an answer without a stream says.
    public List<StreamEvent> decodeWhole(String body) {
        return read(body)
                .map(node -> {
                    var events = new ArrayList<>(chunk(node));
                    events.add(new StreamEvent.Done());
                    return List.<StreamEvent>copyOf(events);
                })
                .orElseGet(this::malformed);
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private List<StreamEvent> chunk(JsonNode node) {
        if (node.isArray() || (node.hasNonNull("error") && !node.hasNonNull("choices"))) {
            return List.of(broke(node));
        }
        var events = new ArrayList<StreamEvent>();
        events.add(new StreamEvent.Began(text(node, "id"), text(node, "model")));
        var groq = node.path("x_groq");
        if (groq.hasNonNull("error")) {
            events.add(broke(groq));
        }
        for (var choice : node.path("choices")) {
            // one answer is asked for; a server that sends more is read for its first
            if (choice.path("index").asInt(0) == 0) {
                choice(choice, events);
            }
        }
        UsageDecoder.decode(node.path("usage"))
                .or(() -> UsageDecoder.decode(groq.path("usage")))
                .map(StreamEvent.Counted::new)
                .ifPresent(events::add);
        return events;
    }

    private void choice(JsonNode choice, List<StreamEvent> events) {
        var said = choice.hasNonNull("delta") ? choice.path("delta") : choice.path("message");
        reasoning(said).map(StreamEvent.Reasoning::new).ifPresent(events::add);
        nonEmpty(text(said, "content")).map(StreamEvent.Text::new).ifPresent(events::add);
        nonEmpty(text(said, "refusal")).map(StreamEvent.Text::new).ifPresent(events::add);
        var position = 0;
        for (var call : said.path("tool_calls")) {
            var function = call.path("function");
            events.add(
                    new StreamEvent.ToolUsePart(
                            call.path("index").asInt(position++),
                            text(call, "id"),
                            text(function, "name"),
                            arguments(function.path("arguments"))));
        }
        nonEmpty(text(choice, "finish_reason")).map(this::finish).ifPresent(events::add);
    }

    private static Optional<String> reasoning(JsonNode said) {
        return nonEmpty(text(said, "reasoning_content"))
                .or(() -> nonEmpty(text(said, "reasoning")));
    }

    /// Arguments are text; some servers send the object itself.
    private static String arguments(JsonNode arguments) {
        return arguments.isContainerNode() ? arguments.toString() : arguments.asText("");
    }

    private StreamEvent finish(String reason) {
        return switch (reason) {
            case "stop", "eos", "end_turn", "stop_sequence" ->
                    new StreamEvent.Finished(Finish.STOP);
            case "tool_calls", "function_call", "tool_use" ->
                    new StreamEvent.Finished(Finish.TOOL_CALLS);
            case "length", "max_tokens" -> new StreamEvent.Finished(Finish.LENGTH);
            case "content_filter" -> new StreamEvent.Finished(Finish.CONTENT_FILTER);
            default ->
                    new StreamEvent.Broke(
                            ChatFailure.of(
                                    Cause.ERROR_EVENT,
                                    vendor.wireName() + " stopped for a reason nobody here knows"));
        };
    }

    private StreamEvent broke(JsonNode node) {
        return new StreamEvent.Broke(ErrorDecoder.inStream(vendor, node));
    }

    private List<StreamEvent> malformed() {
        return List.of(
                new StreamEvent.Broke(
                        ChatFailure.of(
                                Cause.MALFORMED,
                                vendor.wireName() + " sent a chunk that is not JSON")));
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
