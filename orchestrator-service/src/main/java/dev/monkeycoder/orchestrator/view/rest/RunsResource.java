package dev.monkeycoder.orchestrator.view.rest;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.ProblemException;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.store.History;
import dev.monkeycoder.orchestrator.view.ClientEvents;
import dev.monkeycoder.orchestrator.view.RunView;
import dev.monkeycoder.orchestrator.view.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Reads of runs, as `docs/internal-http.md` has them. A run of another tenant does not exist.
@Path("/internal/runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("runs:read")
class RunsResource {
    private static final int MOST_RUNS = 100;
    private static final int MOST_EVENTS = 1_000;

    private final Transactions transactions;
    private final History history;
    private final CurrentCaller caller;

    RunsResource(Transactions transactions, History history, CurrentCaller caller) {
        this.transactions = transactions;
        this.history = history;
        this.caller = caller;
    }

    record Runs(List<RunView> runs) {}

    record Events(List<ClientEvent.Durable> events) {}

    @GET
    public Uni<Runs> list(@RestQuery List<String> id) {
        if (id.size() > MOST_RUNS) {
            throw ProblemException.invalid(
                    "id", id.size() + " runs (expected: at most " + MOST_RUNS + ")");
        }
        return views(id.stream().map(RunsResource::id).toList()).map(Runs::new);
    }

    @GET
    @Path("/{id}")
    public Uni<RunView> get(@RestPath String id) {
        var run = id(id);
        return views(List.of(run))
                .map(views ->
                        views.stream()
                                .findFirst()
                                .orElseThrow(() -> ProblemException.notFound("run " + run)));
    }

    /// The durable events with a version above `after`.
    @GET
    @Path("/{id}/events")
    public Uni<Events> events(@RestPath String id, @RestQuery @DefaultValue("0") int after) {
        return changes(id(id))
                .map(ClientEvents::of)
                .map(events ->
                        new Events(
                                events.stream()
                                        .filter(event -> event.version() > after)
                                        .limit(MOST_EVENTS)
                                        .toList()));
    }

    @GET
    @Path("/{id}/timeline")
    public Uni<Timeline> timeline(@RestPath String id) {
        return changes(id(id)).map(Timeline::of);
    }

    private Uni<List<RunView>> views(List<RunId> ids) {
        var tenant = caller.get().tenant();
        return transactions
                .run(tx -> history.summaries(tx, tenant, ids))
                .map(rows -> rows.stream().map(RunsResource::view).toList());
    }

    private static RunView view(History.Summary row) {
        return EventJson.read(row.view(), RunView.class)
                .prompting(EventJson.read(row.prompt(), String.class));
    }

    private Uni<List<Change>> changes(RunId run) {
        var tenant = caller.get().tenant();
        return transactions
                .run(tx -> history.of(tx, tenant, run))
                .map(events -> {
                    if (events.isEmpty()) {
                        throw ProblemException.notFound("run " + run);
                    }
                    return Change.of(RunState.unknown(run), events);
                });
    }

    private static RunId id(String text) {
        try {
            return RunId.of(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("id", "is not a UUID");
        }
    }
}
