package dev.monkeycoder.gateway.key.rest;

import dev.monkeycoder.gateway.door.rest.Bodies;
import dev.monkeycoder.gateway.door.rest.JsonBody;
import dev.monkeycoder.gateway.door.rest.Relay;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The tenant's API keys, which auth-service holds.
@Path("/api/v1/auth/keys")
@Tag(name = "API keys")
@Produces(MediaType.APPLICATION_JSON)
class Keys {
    private static final String KEYS = "/internal/keys";
    private static final int MOST_BYTES = 16 * 1024;

    private final Visitor visitor;
    private final Upstream upstream;

    Keys(Visitor visitor, Upstream upstream) {
        this.visitor = visitor;
        this.upstream = upstream;
    }

    @GET
    @RolesAllowed("keys:read")
    @Operation(
            operationId = "listKeys",
            summary = "The tenant's API keys",
            description = "Never the keys themselves. Needs the scope `keys:read`.")
    @APIResponse(
            responseCode = "200",
            description = "All keys, revoked ones too",
            content = @Content(schema = @Schema(ref = "ApiKeys")))
    public Uni<Response> list() {
        return upstream.good(Request.get(Part.AUTH, KEYS, visitor.bearer())).map(Relay::response);
    }

    @POST
    @RolesAllowed("keys:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Make an API key",
            description =
                    "The key is shown this once. It gets no scope that its maker lacks. Needs the"
                            + " scope `keys:write`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "ApiKeyRequest")))
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(ref = "ApiKeyCreated")))
    public Uni<Response> create(@Context HttpServerRequest request) {
        var bearer = visitor.bearer();
        return Bodies.read(request, MOST_BYTES)
                .invoke(JsonBody::object)
                .map(body -> new Request.Body(MediaType.APPLICATION_JSON, body))
                .chain(body -> upstream.good(Request.post(Part.AUTH, KEYS, bearer, body)))
                .map(answer ->
                        Response.fromResponse(Relay.response(answer))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("keys:write")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke an API key",
            description = "At once; streams that it opened end. Needs the scope `keys:write`.")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Uni<Response> revoke(@PathParam("id") String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw ProblemException.notFound("The key");
        }
        return upstream.good(Request.delete(Part.AUTH, KEYS + "/" + id, visitor.bearer()))
                .map(Relay::response);
    }
}
