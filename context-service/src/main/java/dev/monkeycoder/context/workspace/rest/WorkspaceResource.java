package dev.monkeycoder.context.workspace.rest;

import dev.monkeycoder.context.workspace.Change;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.ProblemException;
import dev.monkeycoder.kit.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;

/// Reads workspaces. Another tenant's is not there.
@Path("/internal/workspaces/{id}")
@RolesAllowed("workspaces:read")
class WorkspaceResource {
    private final Transactions transactions;
    private final Workspaces workspaces;
    private final WorkspaceContents contents;
    private final CurrentCaller caller;

    WorkspaceResource(
            Transactions transactions,
            Workspaces workspaces,
            WorkspaceContents contents,
            CurrentCaller caller) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.contents = contents;
        this.caller = caller;
    }

    record WorkspaceView(
            UUID id,
            int version,
            int files,
            long bytes,
            Instant createdAt,
            List<ChangeView> changes) {}

    record ChangeView(int version, String path, String call, Instant at) {
        static ChangeView of(Change change) {
            return new ChangeView(
                    change.version(), change.path().value(), change.call().toString(), change.at());
        }
    }

    @GET
    public Uni<WorkspaceView> get(@PathParam("id") String text) {
        var id = Ids.workspace(text);
        var tenant = caller.get().tenant();
        return transactions.run(tx ->
                workspaces
                        .state(tx, tenant, id)
                        .map(state -> present(state, id))
                        .chain(state ->
                                workspaces
                                        .changes(tx, tenant, id)
                                        .map(changes -> view(id, state, changes))));
    }

    @GET
    @Path("/diff")
    @Produces("text/x-diff")
    public Multi<byte[]> diff(
            @PathParam("id") String text,
            @QueryParam("from") @DefaultValue("1") int from,
            @QueryParam("to") Optional<Integer> to) {
        var id = Ids.workspace(text);
        var tenant = caller.get().tenant();
        return RestMulti.fromUniResponse(
                contents.changes(tenant, id, from, to),
                changes -> contents.patches(tenant, changes));
    }

    @GET
    @Path("/archive")
    @Produces("application/x-tar")
    public Multi<byte[]> archive(
            @PathParam("id") String text, @QueryParam("version") Optional<Integer> version) {
        var id = Ids.workspace(text);
        var tenant = caller.get().tenant();
        return RestMulti.fromUniResponse(
                contents.version(tenant, id, version), found -> contents.tar(tenant, found));
    }

    private static WorkspaceState present(Optional<WorkspaceState> state, WorkspaceId id) {
        return state.orElseThrow(() -> ProblemException.notFound("workspace " + id));
    }

    private static WorkspaceView view(WorkspaceId id, WorkspaceState state, List<Change> changes) {
        return new WorkspaceView(
                id.value(),
                state.version(),
                state.files(),
                state.bytes(),
                state.createdAt(),
                changes.stream().map(ChangeView::of).toList());
    }
}
