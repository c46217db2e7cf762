package dev.monkeycoder.provider.call.kafka;

import dev.monkeycoder.kit.health.Door;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/// The doors of provider-service: commands come in by Kafka, accepted ones from the database.
/// Either is worth being kept in the mesh for.
final class Doors {
    @Produces
    @Singleton
    Door commands() {
        return new Door("commands", Set.of("kafka"));
    }

    @Produces
    @Singleton
    Door work() {
        return new Door("work", Set.of("database"));
    }
}
