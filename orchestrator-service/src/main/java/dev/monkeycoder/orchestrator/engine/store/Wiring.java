package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.kit.health.Door;
import dev.monkeycoder.orchestrator.RunSettings;
import dev.monkeycoder.orchestrator.agent.Catalogue;
import dev.monkeycoder.orchestrator.engine.Casting;
import dev.monkeycoder.orchestrator.engine.Engine;
import dev.monkeycoder.orchestrator.engine.Patience;
import dev.monkeycoder.orchestrator.pattern.Patterns;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/// Gives the container the plain parts. A wrong definition file ends the service at its start.
final class Wiring {
    @Produces
    @Singleton
    @Startup
    Engine engine(RunSettings settings) {
        var wait = settings.patience();
        return new Engine(
                new Casting(Catalogue.builtIn(), Patterns.builtIn()),
                new Patience(
                        wait.context(), wait.model(), wait.tool(), wait.cancel(), wait.decision()));
    }

    @Produces
    @Singleton
    Door runs() {
        return new Door("runs", Set.of("database", "kafka"));
    }

    @Produces
    @Singleton
    Door reads() {
        return new Door("reads", Set.of("database"));
    }
}
