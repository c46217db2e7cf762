package dev.monkeycoder.gateway.run.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.gateway.door.rest.Bodies;
import dev.monkeycoder.gateway.door.rest.JsonBody;
import dev.monkeycoder.gateway.door.rest.Relay;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.run.Fields;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.gateway.run.client.RunViews;
import dev.monkeycoder.gateway.run.store.RunTable;
import dev.monkeycoder.kit.rest.Problem.FieldError;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Tells of runs, and ends them.
@Path("/api/v1/runs")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class Runs {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int MOST_BYTES = 16 * 1024;

    private final Visitor visitor;
    private final RunTable table;
    private final RunViews views;

    Runs(Visitor visitor, RunTable table, RunViews views) {
        this.visitor = visitor;
        this.table = table;
        this.views = views;
    }

    @GET
    @RolesAllowed("runs:read")
    @Operation(
            operationId = "listRuns",
            summary = "The tenant's runs, newest first",
            description = "Needs the scope `runs:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of runs",
            content = @Content(schema = @Schema(ref = "RunPage")))
    public Uni<ObjectNode> list(
            @Parameter(
                            description = "Most runs of the page",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "`next_cursor` of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        var most = Optional.ofNullable(limit).map(Runs::limit).orElse(USUAL);
        var before = Optional.ofNullable(cursor).map(Runs::cursor);
        var bearer = visitor.bearer();
        return table.newest(visitor.caller().tenant(), before, most + 1)
                .chain(runs -> {
                    var page = runs.subList(0, Math.min(most, runs.size()));
                    return views.views(page.stream().map(Known::id).toList(), bearer)
                            .map(known -> page(page, known, runs.size() > most));
                });
    }

    private static ObjectNode page(List<Known> runs, Map<String, ObjectNode> views, boolean more) {
        var body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("runs");
        for (var run : runs) {
            list.add(
                    Optional.ofNullable(views.get(run.id().toString()))
                            .map(view -> RunBody.linked(view, run))
                            .orElseGet(() -> RunBody.accepted(run)));
        }
        if (more) {
            body.put("next_cursor", runs.getLast().id().toString());
        }
        return body;
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,3}")) {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw ProblemException.invalid("limit", "is not an integer between 1 and " + MOST);
    }

    private static RunId cursor(String text) {
        try {
            return RunId.of(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("cursor", "is not a next_cursor of this list");
        }
    }

    @GET
    @Path("{id}")
    @RolesAllowed("runs:read")
    @Operation(
            operationId = "getRun",
            summary = "A run as it stands",
            description = "Needs the scope `runs:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(schema = @Schema(ref = "Run")))
    public Uni<ObjectNode> get(@PathParam("id") String id) {
        var bearer = visitor.bearer();
        return known(id)
                .chain(run ->
                        views.view(run.id(), bearer)
                                .map(view ->
                                        view.map(v -> RunBody.linked(v, run))
                                                .orElseGet(() -> RunBody.accepted(run))));
    }

    @GET
    @Path("{id}/timeline")
    @RolesAllowed("runs:read")
    @Operation(
            operationId = "getTimeline",
            summary = "What happened in a run, step by step",
            description = "Needs the scope `runs:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The timeline; without entries while the run is only accepted",
            content = @Content(schema = @Schema(ref = "Timeline")))
    public Uni<Response> timeline(@PathParam("id") String id) {
        var bearer = visitor.bearer();
        return known(id)
                .chain(run -> views.timeline(run.id(), bearer))
                .map(timeline ->
                        timeline.map(Relay::response)
                                .orElseGet(() -> Response.ok("{\"entries\":[]}").build()));
    }

    @GET
    @Path("{id}/usage")
    @RolesAllowed("usage:read")
    @Operation(
            operationId = "getUsage",
            summary = "Tokens and money of a run, attempt by attempt",
            description = "Needs the scope `usage:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The rows of the ledger and their sum",
            content = @Content(schema = @Schema(ref = "Usage")))
    public Uni<Response> usage(@PathParam("id") String id) {
        var bearer = visitor.bearer();
        return known(id).chain(run -> views.usage(run.id(), bearer)).map(Relay::response);
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed("runs:write")
    @Operation(
            operationId = "cancelRun",
            summary = "Stop a run",
            description =
                    "Accepted at once; the run is `cancelling` until every call in flight has"
                            + " ended. Does nothing to a run that has ended. Needs the scope"
                            + " `runs:write`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "CancelRequest")))
    @APIResponse(
            responseCode = "202",
            description = "Asked for",
            content = @Content(schema = @Schema(ref = "CancelAccepted")))
    public Uni<Response> cancel(@PathParam("id") String id, @Context HttpServerRequest request) {
        var run = RunIds.of(id);
        var origin = visitor.caller().origin();
        return Bodies.read(request, MOST_BYTES)
                .map(Runs::reason)
                .chain(reason -> table.cancel(run, reason, origin))
                .map(RunIds::known)
                .map(known ->
                        Response.accepted(
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("id", known.id().toString())
                                                .put("status", "cancelling"))
                                .build());
    }

    private static String reason(Buffer body) {
        var fields = Fields.of(body.length() == 0 ? Map.of() : JsonBody.object(body));
        var reason = fields.text("reason", 500);
        fields.refuseOthers();
        if (!fields.faults().isEmpty()) {
            throw ProblemException.invalid(
                    fields.faults().stream()
                            .map(fault -> new FieldError(fault.field(), fault.message()))
                            .toList());
        }
        return reason.orElse("cancelled by the client");
    }

    private Uni<Known> known(String id) {
        return table.find(visitor.caller().tenant(), RunIds.of(id)).map(RunIds::known);
    }
}
