package dev.monkeycoder.gateway.run.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Answer;
import dev.monkeycoder.gateway.upstream.client.Refusals;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.event.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the parts behind know of runs.
@ApplicationScoped
public class RunViews {
    private final Upstream upstream;

    RunViews(Upstream upstream) {
        this.upstream = upstream;
    }

    /// The run as orchestrator-service sees it; empty when it does not know it, or not yet.
    public Uni<Optional<ObjectNode>> view(RunId run, String bearer) {
        return optional(Part.ORCHESTRATOR, "/internal/runs/" + run, bearer)
                .map(answer -> answer.map(RunViews::object));
    }

    /// Those of `runs` that orchestrator-service knows, by their id.
    public Uni<Map<String, ObjectNode>> views(List<RunId> runs, String bearer) {
        if (runs.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var query = runs.stream().map(run -> "id=" + run).collect(Collectors.joining("&"));
        return upstream.good(Request.get(Part.ORCHESTRATOR, "/internal/runs?" + query, bearer))
                .map(answer -> {
                    var byId = new HashMap<String, ObjectNode>();
                    for (var view : object(answer).path("runs")) {
                        if (view instanceof ObjectNode known) {
                            byId.put(known.path("id").asText(), known);
                        }
                    }
                    return byId;
                });
    }

    /// The timeline; empty when orchestrator-service does not know the run, or not yet.
    public Uni<Optional<Answer>> timeline(RunId run, String bearer) {
        return optional(Part.ORCHESTRATOR, "/internal/runs/" + run + "/timeline", bearer);
    }

    public Uni<Answer> usage(RunId run, String bearer) {
        return upstream.good(Request.get(Part.AUTH, "/internal/usage?run=" + run, bearer));
    }

    /// What the run changed in its workspace; empty while it has none.
    public Uni<Optional<Answer>> diff(JsonNode view, String bearer) {
        var workspace = view.path("workspace");
        if (!workspace.hasNonNull("id")) {
            return Uni.createFrom().item(Optional.empty());
        }
        var path =
                "/internal/workspaces/%s/diff?from=%d&to=%d"
                        .formatted(
                                workspace.path("id").asText(),
                                workspace.path("base_version").asInt(),
                                workspace.path("version").asInt());
        return upstream.good(Request.get(Part.CONTEXT, path, bearer)).map(Optional::of);
    }

    private Uni<Optional<Answer>> optional(Part part, String path, String bearer) {
        return upstream.ask(Request.get(part, path, bearer))
                .map(answer -> {
                    if (answer.status() == 404) {
                        return Optional.empty();
                    }
                    Refusals.check(part, answer);
                    return Optional.of(answer);
                });
    }

    private static ObjectNode object(Answer answer) {
        return EventJson.read(answer.text(), ObjectNode.class);
    }
}
