package dev.monkeycoder.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// A run of the main job that has finished, and what its client and its vendor saw of it.
///
/// @param view the run as the API tells it
/// @param events as they came, `run.accepted` first
/// @param requests the vendor's log
record DemoRun(JsonNode view, List<Follower.Got> events, Folded folded, List<JsonNode> requests) {

    /// The request for the job: the scripted team adds a discount to the bookshop.
    ///
    /// @param directive to the simulator, with an `id=` to find its requests again
    static ObjectNode request(String workspace, UUID session, String directive) {
        return Json.object()
                .put(
                        "prompt",
                        "Add a discount to the order total, with tests [[sim %s]]"
                                .formatted(directive))
                .put("workspace", workspace)
                .put("session_id", session.toString())
                .put("pattern", "handoff");
    }

    /// Does the job.
    ///
    /// @param folder an empty one
    static DemoRun done(SharedMesh mesh, Path folder, UUID session, String mark) {
        Api api = mesh.api();
        String workspace = api.upload(Bookshop.copy(mesh, folder).tar());
        try (Follower follower = Follower.submit(api, request(workspace, session, mark))) {
            List<Follower.Got> events = follower.toEnd();
            return new DemoRun(
                    api.finished(follower.run()),
                    events,
                    Folded.of(events),
                    mesh.simulator().requests(mark));
        }
    }

    String id() {
        return view.path("id").asText();
    }

    String trace() {
        return view.path("trace_id").asText();
    }
}
