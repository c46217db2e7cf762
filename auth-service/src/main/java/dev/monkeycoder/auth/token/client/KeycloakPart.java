package dev.monkeycoder.auth.token.client;

import dev.monkeycoder.kit.health.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keycloak's realm, as a part for readiness. Only the door of logins needs it.
@ApplicationScoped
class KeycloakPart implements Part {
    private final HttpClient http;
    private final String realm;

    KeycloakPart(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.oidc.people.auth-server-url") String realm) {
        this.http = vertx.createHttpClient();
        this.realm = realm;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Uni<Void> probe() {
        return http.request(
                        new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setAbsoluteURI(realm)
                                .setTimeout(1500))
                .chain(HttpClientRequest::send)
                .invoke(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException(
                                "keycloak: " + response.statusCode() + " (expected: 200)");
                    }
                })
                .replaceWithVoid();
    }
}
