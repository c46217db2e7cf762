package dev.monkeycoder.context.workspace.rest;

import dev.monkeycoder.kit.health.Door;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/// Uploads and reads work while Kafka is down.
final class WorkspaceDoor {
    @Produces
    @Singleton
    static Door door() {
        return new Door("workspaces", Set.of("database"));
    }
}
