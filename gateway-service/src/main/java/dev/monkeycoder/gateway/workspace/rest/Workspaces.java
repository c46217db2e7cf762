package dev.monkeycoder.gateway.workspace.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.door.rest.Relay;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Answer;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Copies of projects for runs to work on. Archives go through without being held.
@Path("/api/v1/workspaces")
@Tag(name = "Workspaces")
@Produces(MediaType.APPLICATION_JSON)
class Workspaces {
    private static final String TAR = "application/x-tar";
    private static final String GZIP = "application/gzip";
    private static final String ZIP = "application/zip";

    private final Visitor visitor;
    private final Upstream upstream;
    private final Archives archives;
    private final long mostBytes;

    Workspaces(Visitor visitor, Upstream upstream, Archives archives, GatewayConfig config) {
        this.visitor = visitor;
        this.upstream = upstream;
        this.archives = archives;
        mostBytes = config.workspace().maxBody();
    }

    @POST
    @RolesAllowed("workspaces:write")
    @Consumes({TAR, GZIP, ZIP})
    @Operation(
            operationId = "createWorkspace",
            summary = "Upload a project",
            description = "A tar, a tar in gzip, or a zip. Needs the scope `workspaces:write`.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = TAR,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = GZIP,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = ZIP,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "The workspace at version 1, and what was left out",
            content = @Content(schema = @Schema(ref = "WorkspaceCreated")))
    public Uni<Response> create(
            @Parameter(hidden = true) @HeaderParam("Content-Type") @Nullable String contentType,
            @Context HttpServerRequest request) {
        if (contentType == null) {
            throw ProblemException.of(
                    Problem.Type.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type: missing (expected: " + TAR + ", " + GZIP + " or " + ZIP + ").");
        }
        return archives.upload(request, contentType, visitor.bearer(), mostBytes)
                .map(Workspaces::created);
    }

    private static Response created(Answer answer) {
        var id = EventJson.read(answer.text(), JsonNode.class).path("id").asText();
        return Response.fromResponse(Relay.response(answer))
                .header("Location", "/api/v1/workspaces/" + id)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("workspaces:read")
    @Operation(
            operationId = "getWorkspace",
            summary = "A workspace and its changes",
            description = "Needs the scope `workspaces:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The workspace",
            content = @Content(schema = @Schema(ref = "Workspace")))
    public Uni<Response> get(@PathParam("id") String id) {
        return upstream.good(Request.get(Part.CONTEXT, path(id), visitor.bearer()))
                .map(Relay::response);
    }

    @GET
    @Path("{id}/archive")
    @RolesAllowed("workspaces:read")
    @Produces(TAR)
    @Operation(
            operationId = "getArchive",
            summary = "The files of a workspace as a tar",
            description = "Needs the scope `workspaces:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content =
                    @Content(
                            mediaType = TAR,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> archive(
            @PathParam("id") String id,
            @Parameter(
                            description = "Which version; the newest when absent",
                            schema = @Schema(implementation = Integer.class, minimum = "1"))
                    @QueryParam("version")
                    @Nullable String version,
            @Context HttpServerRequest request) {
        if (version != null && !version.matches("[1-9]\\d{0,8}")) {
            throw ProblemException.invalid("version", "is not an integer of at least 1");
        }
        var query = Optional.ofNullable(version).map(v -> "?version=" + v).orElse("");
        return archives.download(
                path(id) + "/archive" + query, visitor.bearer(), request.response());
    }

    private static String path(String id) {
        try {
            return "/internal/workspaces/" + UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound("The workspace");
        }
    }
}
