package dev.monkeycoder.auth.token;

import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Instant;

/// A person who logged in at Keycloak.
///
/// @param subject Keycloak's id of the account
/// @param expiresAt when the login's access token ends
public record Person(String subject, TenantId tenant, Scopes scopes, Instant expiresAt) {
    public CallerId caller() {
        return new CallerId("user:" + subject);
    }
}
