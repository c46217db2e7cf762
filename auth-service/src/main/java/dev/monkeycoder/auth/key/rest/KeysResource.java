package dev.monkeycoder.auth.key.rest;

import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.key.KeyMaking;
import dev.monkeycoder.auth.key.KeyRevoking;
import dev.monkeycoder.auth.key.store.KeyStore;
import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.kit.rest.Caller;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys of the caller's tenant.
@Path("/internal/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
    private final KeyStore keys;
    private final CurrentCaller caller;

    KeysResource(KeyStore keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("keys:read")
    public Uni<KeyView.All> list() {
        return keys.ofTenant(caller.get().tenant()).map(KeyView::all);
    }

    @POST
    @RolesAllowed("keys:write")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> make(@Nullable KeyWish wish) {
        if (wish == null) {
            throw ProblemException.invalid("body", "is missing");
        }
        var maker = caller.get();
        return keys.make(wish.order(), maker.origin(), held(maker)).map(KeysResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("keys:write")
    public Uni<Response> revoke(String id) {
        if (!KeyId.isOne(id)) {
            throw ProblemException.notFound("this key");
        }
        return keys.revoke(new KeyId(id), caller.get().origin()).map(end -> answer(end, id));
    }

    private static Response answer(KeyMaking making) {
        return switch (making) {
            case KeyMaking.Made(var key, var secret) ->
                    Response.status(Response.Status.CREATED)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .entity(KeyView.shownOnce(key, secret))
                            .build();
            case KeyMaking.BeyondMaker() ->
                    throw ProblemException.of(
                            Problem.Type.FORBIDDEN,
                            "A key never gets more scopes than its maker has, nor a wildcard that"
                                    + " its maker was not given.");
            case KeyMaking.MakerGone(var maker) -> throw gone(maker.value());
        };
    }

    private Response answer(KeyRevoking revoking, String id) {
        return switch (revoking) {
            case REVOKED -> Response.noContent().build();
            case UNKNOWN -> throw ProblemException.notFound("key " + id);
            case CALLER_GONE -> throw gone(caller.get().id().value());
        };
    }

    private static ProblemException gone(String maker) {
        return ProblemException.of(
                Problem.Type.UNAUTHENTICATED,
                maker + " is not good any more: it was revoked or expired.");
    }

    private static Set<Scope> held(Caller caller) {
        return caller.scopes().stream()
                .map(Scope::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
