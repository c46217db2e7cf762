package dev.monkeycoder.gateway.mesh;

import dev.monkeycoder.mesh.process.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Tells the gateway where its neighbours will be; [FakeMesh] starts and stops them there.
public final class FakePorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "monkey.auth.url", "http://127.0.0.1:" + FreePorts.any(),
                "monkey.orchestrator.url", "http://127.0.0.1:" + FreePorts.any(),
                "monkey.context.url", "http://127.0.0.1:" + FreePorts.any(),
                "monkey.upstream.timeout", "PT3S",
                "monkey.stream.heartbeat", "PT0.2S",
                "monkey.stream.recheck", "PT1S",
                "monkey.workspace.max-body", "3000000");
    }

    @Override
    public void stop() {
        // ports need nothing
    }
}
