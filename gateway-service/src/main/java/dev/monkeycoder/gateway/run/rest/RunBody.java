package dev.monkeycoder.gateway.run.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.gateway.run.Links;

/// A run as clients see it: what orchestrator-service tells, with links. Until that service knows
/// the run, it is `accepted`.
final class RunBody {
    private RunBody() {}

    static ObjectNode accepted(Known run) {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", run.id().toString())
                        .put("status", "accepted")
                        .put("created_at", run.createdAt().toString());
        return linked(body, run);
    }

    static ObjectNode linked(ObjectNode body, Known run) {
        return body.put("url", Links.run(run.id()))
                .put("events_url", Links.events(run.id()))
                .put("timeline_url", Links.timeline(run.id()))
                .put("diff_url", Links.diff(run.id()))
                .put("usage_url", Links.usage(run.id()))
                .put("cancel_url", Links.cancel(run.id()));
    }
}
