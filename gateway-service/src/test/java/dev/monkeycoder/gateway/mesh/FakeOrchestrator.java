package dev.monkeycoder.gateway.mesh;

import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.Ended;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.kit.event.EventJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// orchestrator-service: tells of the runs whose events it was given.
public final class FakeOrchestrator extends Neighbour {
    private final Map<String, Stored> runs = new ConcurrentHashMap<>();

    private record Stored(String tenant, JsonObject workspace, List<Durable> events) {}

    FakeOrchestrator(Vertx vertx) {
        super(vertx, "monkey.orchestrator.url");
    }

    /// Knows the run from now on.
    public void begin(String tenant, RunId run, JsonObject workspace) {
        runs.put(run.toString(), new Stored(tenant, workspace, new CopyOnWriteArrayList<>()));
    }

    public void store(Durable event) {
        stored(event.run().toString()).events().add(event);
    }

    @Override
    void handle(HttpServerRequest request, Heard as) {
        var path = String.valueOf(request.path()).split("/", -1);
        if (path.length == 3) {
            var found = new JsonArray();
            request.params().getAll("id").stream()
                    .filter(id -> sees(as, id))
                    .forEach(id -> found.add(view(id)));
            json(request.response(), 200, new JsonObject().put("runs", found));
        } else if (!sees(as, path[3])) {
            problem(request.response(), 404, "The run does not exist.");
        } else if (path.length == 4) {
            json(request.response(), 200, view(path[3]));
        } else if (path[4].equals("events")) {
            events(request, path[3]);
        } else {
            json(
                    request.response(),
                    200,
                    new JsonObject()
                            .put(
                                    "entries",
                                    new JsonArray().add(new JsonObject().put("version", 1))));
        }
    }

    private Stored stored(String id) {
        return Optional.ofNullable(runs.get(id)).orElseThrow();
    }

    private boolean sees(Heard as, String id) {
        var run = runs.get(id);
        return run != null && run.tenant().equals(as.tenant());
    }

    private void events(HttpServerRequest request, String id) {
        var after = Integer.parseInt(request.getParam("after"));
        var page =
                stored(id).events().stream()
                        .filter(event -> event.version() > after)
                        .limit(1000)
                        .map(event -> new JsonObject(EventJson.write(event)))
                        .toList();
        json(request.response(), 200, new JsonObject().put("events", new JsonArray(page)));
    }

    private JsonObject view(String id) {
        var run = stored(id);
        var ended = run.events().stream().anyMatch(Ended.class::isInstance);
        var view = new JsonObject().put("id", id).put("status", ended ? "finished" : "running");
        return run.workspace().isEmpty() ? view : view.put("workspace", run.workspace());
    }
}
