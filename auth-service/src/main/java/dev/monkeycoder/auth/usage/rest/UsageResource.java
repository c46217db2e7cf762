package dev.monkeycoder.auth.usage.rest;

import dev.monkeycoder.auth.usage.store.Ledger;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What the runs of the caller's tenant used.
@Path("/internal/usage")
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
    private final Ledger ledger;
    private final CurrentCaller caller;

    UsageResource(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("usage:read")
    public Uni<UsageView> ofRun(@QueryParam("run") @Nullable String run) {
        return ledger.ofRun(caller.get().tenant(), parsed(run)).map(UsageView::of);
    }

    private static RunId parsed(@Nullable String run) {
        if (run == null) {
            throw ProblemException.invalid("run", "is missing");
        }
        try {
            return RunId.of(run);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid("run", "is not the id of a run");
        }
    }
}
