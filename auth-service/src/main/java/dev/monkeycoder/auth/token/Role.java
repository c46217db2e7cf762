package dev.monkeycoder.auth.token;

import dev.monkeycoder.auth.scope.Scopes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Keycloak's realm roles let a person do here. Other roles of the realm let them do nothing.
public enum Role {
    DEVELOPER("developer", "runs:* workspaces:* usage:read"),
    ADMIN("admin", Scopes.EVERYTHING);

    private final String name;
    private final String scopes;

    Role(String name, String scopes) {
        this.name = name;
        this.scopes = scopes;
    }

    /// All that those realm roles allow together; empty when they allow nothing.
    public static Optional<Scopes> scopes(Collection<String> realmRoles) {
        List<String> granted =
                Stream.of(values())
                        .filter(role -> realmRoles.contains(role.name))
                        .flatMap(role -> Scopes.parse(role.scopes).granted().stream())
                        .toList();
        return granted.isEmpty() ? Optional.empty() : Optional.of(new Scopes(granted));
    }
}
