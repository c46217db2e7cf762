package dev.monkeycoder.gateway.run.rest;

import dev.monkeycoder.gateway.door.rest.OwnThread;
import dev.monkeycoder.gateway.door.rest.Relay;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.run.client.RunViews;
import dev.monkeycoder.gateway.run.store.RunTable;
import dev.monkeycoder.gateway.stream.Position;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What comes out of a run: its events as they happen, and its diff.
@Path("/api/v1/runs/{id}")
@Tag(name = "Runs")
class RunOutputs {
    private static final String DIFF = "text/x-diff";

    private final Visitor visitor;
    private final RunTable table;
    private final RunViews views;
    private final RunStreams streams;

    RunOutputs(Visitor visitor, RunTable table, RunViews views, RunStreams streams) {
        this.visitor = visitor;
        this.table = table;
        this.views = views;
        this.streams = streams;
    }

    @GET
    @Path("events")
    @RolesAllowed("runs:read")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamEvents",
            summary = "The events of a run, from the first or from where a client was",
            description =
                    "Server-sent events: all that happened, then all that happens, until the run"
                        + " ends. Deltas of a call and attempt add up to its message, once, also"
                        + " across connections. Needs the scope `runs:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The event stream",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(ref = "EventStream")))
    @APIResponse(responseCode = "204", description = "The client has all of a run that has ended")
    public Uni<Response> events(
            @PathParam("id") String id,
            @Parameter(
                            description = "The `id` of the last event that the client has",
                            example = "12.5.1.340")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEventId,
            @Context HttpServerRequest request) {
        var from =
                Optional.ofNullable(lastEventId)
                        .filter(text -> !text.isEmpty())
                        .map(RunOutputs::position)
                        .orElse(Position.START);
        var own = OwnThread.here();
        return own.back(table.find(visitor.caller().tenant(), RunIds.of(id)))
                .map(RunIds::known)
                .chain(run -> streams.resumed(run, from, own, request.response()));
    }

    private static Position position(String id) {
        return Position.parse(id)
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "Last-Event-ID", "is not the id of an event of this stream"));
    }

    @GET
    @Path("diff")
    @RolesAllowed("runs:read")
    @Produces(DIFF)
    @Operation(
            operationId = "getDiff",
            summary = "What the run changed, as `git apply` takes it",
            description =
                    "Empty while the run has changed nothing. Needs the scopes `runs:read` and"
                            + " `workspaces:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A unified diff",
            content = @Content(mediaType = DIFF, schema = @Schema(implementation = String.class)))
    public Uni<Response> diff(@PathParam("id") String id) {
        var bearer = visitor.bearer();
        return table.find(visitor.caller().tenant(), RunIds.of(id))
                .map(RunIds::known)
                .chain(run -> views.view(run.id(), bearer))
                .chain(view ->
                        view.map(v -> views.diff(v, bearer))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(diff ->
                        diff.map(Relay::response).orElseGet(() -> Response.ok("", DIFF).build()));
    }
}
