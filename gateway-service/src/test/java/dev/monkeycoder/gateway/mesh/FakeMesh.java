package dev.monkeycoder.gateway.mesh;

import io.vertx.core.Vertx;

/// The neighbours of the gateway, all up.
public final class FakeMesh {
    private static final Vertx VERTX = Vertx.vertx();
    private static final FakeMesh ONE = new FakeMesh();

    private final FakeAuth auth = new FakeAuth(VERTX);
    private final FakeOrchestrator orchestrator = new FakeOrchestrator(VERTX);
    private final FakeContext context = new FakeContext(VERTX);

    private FakeMesh() {}

    public static FakeMesh up() {
        ONE.auth.start();
        ONE.orchestrator.start();
        ONE.context.start();
        return ONE;
    }

    public FakeAuth auth() {
        return auth;
    }

    public FakeOrchestrator orchestrator() {
        return orchestrator;
    }

    public FakeContext context() {
        return context;
    }

    /// A key of this tenant that may do everything.
    public String key(String tenant) {
        var key = "mk_all_scopes_of_" + tenant;
        auth.grant(key, tenant, "key:" + tenant, FakeAuth.ALL);
        return key;
    }
}
