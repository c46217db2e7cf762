package dev.monkeycoder.auth.health.rest;

import dev.monkeycoder.kit.health.Door;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/// The doors of auth-service. Only logins need Keycloak.
final class Doors {
    private static final String DATABASE = "database";

    @Produces
    @Singleton
    Door keys() {
        return new Door("keys", Set.of(DATABASE));
    }

    @Produces
    @Singleton
    Door logins() {
        return new Door("logins", Set.of("keycloak"));
    }

    @Produces
    @Singleton
    Door ledger() {
        return new Door("ledger", Set.of(DATABASE, "kafka"));
    }
}
