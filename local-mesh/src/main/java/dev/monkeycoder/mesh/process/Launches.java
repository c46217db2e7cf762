package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.Secrets;
import dev.monkeycoder.mesh.ServiceEnvironment;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How each part of a mesh comes up.
record Launches(MeshConfig config, Secrets secrets, HttpClient client) {
    /// Empty for what is no process of its own.
    Optional<Launch> of(Part part) {
        return switch (part) {
            case POSTGRES -> Optional.of(postgres());
            case KAFKA ->
                    Optional.of(
                            new KafkaServer(config.checkout(), config.state(), config.port(part)));
            case KEYCLOAK -> Optional.of(keycloak());
            case TRACES -> Optional.empty();
            case AUTH, PROVIDER, CONTEXT, ORCHESTRATOR, GATEWAY, SIMULATOR ->
                    Optional.of(
                            new Service(
                                    config,
                                    part,
                                    new ServiceEnvironment(config, secrets).of(part),
                                    client));
        };
    }

    private Launch postgres() {
        PostgresServer server =
                new PostgresServer(
                        config.checkout(),
                        config.state(),
                        config.port(Part.POSTGRES),
                        secrets.databasePassword("postgres"),
                        true);
        Map<String, String> roles =
                Stream.of(Part.values())
                        .filter(part -> part.kind() == Part.Kind.SERVICE)
                        .map(Part::title)
                        .collect(Collectors.toMap(role -> role, secrets::databasePassword));
        return server.then(() -> {
            server.access().prepare("monkey", roles);
            // a first start of Keycloak that was cut off leaves tables that it can't go on from
            server.access().dropUnless("keycloak", "select 1 from realm where name = 'monkey'");
            server.access()
                    .prepareOwned("keycloak", "keycloak", secrets.databasePassword("keycloak"));
        });
    }

    private Launch keycloak() {
        return new KeycloakServer(
                config.checkout(),
                config.log(Part.KEYCLOAK),
                config.port(Part.KEYCLOAK),
                new KeycloakServer.Login(
                        config.port(Part.POSTGRES),
                        secrets.databasePassword("keycloak"),
                        secrets.keycloakAdminPassword()),
                new ServiceEnvironment(config, secrets).of(Part.KEYCLOAK));
    }
}
