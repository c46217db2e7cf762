package dev.monkeycoder.auth;

import dev.monkeycoder.mesh.process.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Where the service looks for Keycloak: a port of this machine that nobody listens on, until a
/// test does.
public final class RealmAddress implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "monkey.keycloak.url", "http://127.0.0.1:" + FreePorts.any() + "/realms/monkey");
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
