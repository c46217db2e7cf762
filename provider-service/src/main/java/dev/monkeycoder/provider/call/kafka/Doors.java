package dev.monkeycoder.provider.call.kafka;

import dev.monkeycoder.kit.health.Door;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/// The doors of provider-service: commands come in by Kafka and are kept in the database before
/// anything else, accepted ones are worked off from there. Without the database neither works.
final class Doors {
    @Produces
    @Singleton
    Door commands() {
        return new Door("commands", Set.of("kafka", "database"));
    }

    @Produces
    @Singleton
    Door work() {
        return new Door("work", Set.of("database"));
    }
}
