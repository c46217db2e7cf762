package dev.monkeycoder.auth.scope;

import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a caller may do; a role of the services' endpoints.
public enum Scope {
    RUNS_READ("runs:read"),
    RUNS_WRITE("runs:write"),
    WORKSPACES_READ("workspaces:read"),
    WORKSPACES_WRITE("workspaces:write"),
    KEYS_READ("keys:read"),
    KEYS_WRITE("keys:write"),
    USAGE_READ("usage:read");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public static Optional<Scope> named(String value) {
        return Stream.of(values()).filter(scope -> scope.value.equals(value)).findFirst();
    }

    /// As tokens, keys and endpoints name it.
    public String value() {
        return value;
    }

    /// The part before the colon, which a wildcard such as `runs:*` stands on.
    public String area() {
        return value.substring(0, value.indexOf(':'));
    }
}
