package dev.monkeycoder.simulator.control.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.monkeycoder.simulator.journal.Entry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entry of the journal, as JSON. Times are ISO 8601 in UTC; a body that is not JSON stands as
/// text.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        long id,
        String time,
        String path,
        String model,
        String keyEnd,
        Map<String, String> headers,
        JsonNode body,
        int status,
        @Nullable String fault,
        String outcome,
        int tokensSent,
        @Nullable String endedAt) {

    private static final JsonMapper JSON = new JsonMapper();

    static RequestView of(Entry entry) {
        var asked = entry.asked();
        var answered = entry.answered();
        return new RequestView(
                entry.id(),
                asked.time().toString(),
                asked.path(),
                asked.model(),
                asked.keyEnd(),
                asked.headers(),
                json(asked.body()),
                answered.status(),
                answered.fault().orElse(null),
                answered.outcome().wireName(),
                answered.tokensSent(),
                answered.endedAt().map(Object::toString).orElse(null));
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? TextNode.valueOf(body) : JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return TextNode.valueOf(body);
        }
    }
}
