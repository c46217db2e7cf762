package dev.monkeycoder.gateway.run.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.gateway.door.rest.OwnThread;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.gateway.run.client.RunViews;
import dev.monkeycoder.gateway.stream.Follower;
import dev.monkeycoder.gateway.stream.Position;
import dev.monkeycoder.gateway.stream.rest.EventStreams;
import dev.monkeycoder.gateway.stream.rest.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/// Answers requests with the event stream of a run.
@RequestScoped
class RunStreams {
    private static final Set<String> ENDED = Set.of("finished", "failed", "cancelled");

    private final Visitor visitor;
    private final RunViews views;
    private final EventStreams streams;

    RunStreams(Visitor visitor, RunViews views, EventStreams streams) {
        this.visitor = visitor;
        this.views = views;
        this.streams = streams;
    }

    /// Refuses before anything is caused for a stream that can't be carried.
    void checkRoom() {
        streams.checkRoom();
    }

    /// The stream of a run that was accepted right now: it begins with `run.accepted`, and waits
    /// for the parts behind where it must.
    Uni<Response> accepted(Known run, OwnThread own, HttpServerResponse response) {
        ObjectNode body = RunBody.accepted(run).put("type", "run.accepted");
        var first = EventStreams.event(Position.START, "run.accepted", body.toString());
        return streamed(streams.follow(run.id(), Position.START), own, response, first);
    }

    /// The stream from `from` on. A client that has the last event of an ended run gets 204, which
    /// ends an `EventSource` for good.
    Uni<Response> resumed(Known run, Position from, OwnThread own, HttpServerResponse response) {
        streams.checkRoom();
        var viewer = viewer();
        var bearer = visitor.bearer();
        var follower = streams.follow(run.id(), from);
        var over =
                streams.stored(viewer, run.id(), from.version())
                        .chain(events ->
                                from.version() > 0 && events.isEmpty()
                                        ? isOver(run, from, viewer, bearer)
                                        : Uni.createFrom().item(false));
        return own.back(over)
                .onFailure()
                .invoke(follower::close)
                .chain(isOver -> {
                    if (isOver) {
                        follower.close();
                        return Uni.createFrom().item(Response.noContent().build());
                    }
                    return streamed(follower, own, response, "");
                });
    }

    /// Whether the run has ended and had nothing more to tell even after its end.
    private Uni<Boolean> isOver(Known run, Position from, Viewer viewer, String bearer) {
        return views.view(run.id(), bearer)
                .chain(view ->
                        view.filter(v -> ENDED.contains(v.path("status").asText())).isPresent()
                                ? streams.stored(viewer, run.id(), from.version())
                                        .map(List<Durable>::isEmpty)
                                : Uni.createFrom().item(false));
    }

    private Uni<Response> streamed(
            Follower follower, OwnThread own, HttpServerResponse response, String first) {
        return streams.stream(own.context(), response, viewer(), follower, first)
                .replaceWith(Response.ok().build());
    }

    private Viewer viewer() {
        return new Viewer(visitor.caller(), visitor.credential());
    }
}
