package dev.monkeycoder.gateway.session.rest;

import dev.monkeycoder.gateway.door.rest.Relay;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Conversations that several runs go on with.
@Path("/api/v1/sessions")
@Tag(name = "Sessions")
@Produces(MediaType.APPLICATION_JSON)
class Sessions {
    private final Visitor visitor;
    private final Upstream upstream;

    Sessions(Visitor visitor, Upstream upstream) {
        this.visitor = visitor;
        this.upstream = upstream;
    }

    @GET
    @Path("{id}/turns")
    @RolesAllowed("runs:read")
    @Operation(
            operationId = "listTurns",
            summary = "What was asked and answered in a session",
            description = "Needs the scope `runs:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The turns, oldest first",
            content = @Content(schema = @Schema(ref = "Turns")))
    public Uni<Response> turns(@PathParam("id") String id) {
        return upstream.good(Request.get(Part.CONTEXT, path(id), visitor.bearer()))
                .map(Relay::response);
    }

    private static String path(String id) {
        try {
            return "/internal/sessions/" + UUID.fromString(id) + "/turns";
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound("The session");
        }
    }
}
