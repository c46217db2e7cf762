package dev.monkeycoder.gateway.health.client;

import dev.monkeycoder.gateway.identity.client.Tokens;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.health.Door;
import dev.monkeycoder.kit.health.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// The ways into the mesh, and what each can't work without. Whoever was let in shortly before goes
/// on without auth-service, so what counts is whether anybody can get in.
final class Doors {
    private static final String IDENTITY = "identity";
    private static final String DATABASE = "database";

    @Produces
    @Singleton
    Door ask() {
        return new Door("ask for runs", Set.of(IDENTITY, DATABASE));
    }

    @Produces
    @Singleton
    Door read() {
        return new Door("read runs", Set.of(IDENTITY, DATABASE, "orchestrator-service"));
    }

    @Produces
    @Singleton
    Door workspaces() {
        return new Door("workspaces", Set.of(IDENTITY, "context-service"));
    }

    @Produces
    @Singleton
    Door keys() {
        return new Door("keys", Set.of(IDENTITY, "auth-service"));
    }

    @Produces
    @Singleton
    Part auth(Upstream upstream) {
        return new Service(upstream, dev.monkeycoder.gateway.upstream.Part.AUTH);
    }

    @Produces
    @Singleton
    Part orchestrator(Upstream upstream) {
        return new Service(upstream, dev.monkeycoder.gateway.upstream.Part.ORCHESTRATOR);
    }

    @Produces
    @Singleton
    Part context(Upstream upstream) {
        return new Service(upstream, dev.monkeycoder.gateway.upstream.Part.CONTEXT);
    }

    @Produces
    @Singleton
    Part identity(Upstream upstream, Tokens tokens) {
        return new Identity(
                new Service(upstream, dev.monkeycoder.gateway.upstream.Part.AUTH), tokens);
    }

    private record Service(Upstream upstream, dev.monkeycoder.gateway.upstream.Part part)
            implements Part {
        @Override
        public String name() {
            return part.partName();
        }

        @Override
        public Uni<Void> probe() {
            return upstream.good(
                            new Request(
                                    part,
                                    HttpMethod.GET,
                                    "/q/health/live",
                                    Optional.empty(),
                                    Optional.empty()))
                    .replaceWithVoid();
        }
    }

    private record Identity(Part auth, Tokens tokens) implements Part {
        @Override
        public String name() {
            return IDENTITY;
        }

        @Override
        public Uni<Void> probe() {
            return tokens.anyGood() ? Uni.createFrom().voidItem() : auth.probe();
        }
    }
}
