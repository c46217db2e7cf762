package dev.monkeycoder.gateway.stream.client;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.gateway.identity.MonkeyToken;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Answer;
import dev.monkeycoder.gateway.upstream.client.Refusals;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.event.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The durable events of a run, from orchestrator-service. Followers that ask the same at once are
/// answered by one call.
@ApplicationScoped
public class StoredEvents {
    private final Upstream upstream;
    private final ConcurrentHashMap<Asked, Uni<List<Durable>>> underWay = new ConcurrentHashMap<>();

    private record Asked(TenantId tenant, RunId run, int after) {}

    private record Page(List<ClientEvent> events) {}

    StoredEvents(Upstream upstream) {
        this.upstream = upstream;
    }

    /// Those with a version above `after`, in order, at most a page; none for a run that the
    /// orchestrator does not know yet.
    public Uni<List<Durable>> after(TenantId tenant, RunId run, int after, MonkeyToken token) {
        return underWay.computeIfAbsent(
                new Asked(tenant, run, after),
                asked ->
                        upstream.ask(
                                        Request.get(
                                                Part.ORCHESTRATOR,
                                                "/internal/runs/" + run + "/events?after=" + after,
                                                token.jwt()))
                                .map(StoredEvents::durables)
                                .onTermination()
                                .invoke(() -> underWay.remove(asked))
                                .memoize()
                                .indefinitely());
    }

    private static List<Durable> durables(Answer answer) {
        if (answer.status() == 404) {
            return List.of();
        }
        Refusals.check(Part.ORCHESTRATOR, answer);
        return EventJson.read(answer.text(), Page.class).events().stream()
                .filter(Durable.class::isInstance)
                .map(Durable.class::cast)
                .toList();
    }
}
