package dev.monkeycoder.simulator.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.simulator.play.Playback;
import dev.monkeycoder.simulator.simulation.Models;
import java.time.Instant;
import java.util.Map;

/// `GET /v1/models` and `GET /v1/models/{model}`.
///
/// @param since when the models were made, as far as OpenAI's format asks for it
public record ModelList(Models models, Instant since) {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    public Playback all() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        var list = root.putArray("data");
        models.names().forEach(name -> list.add(model(name)));
        return Playback.atOnce(200, JSON, root.toString());
    }

    public Playback one(String name) {
        if (models.find(name).isEmpty()) {
            OpenAiError unknown = OpenAiError.unknownModel(name);
            return Playback.atOnce(unknown.status(), JSON, unknown.body());
        }
        return Playback.atOnce(200, JSON, model(name).toString());
    }

    private ObjectNode model(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", name)
                .put("object", "model")
                .put("created", since.getEpochSecond())
                .put("owned_by", "vendor-simulator");
    }
}
