package dev.monkeycoder.auth.key.rest;

import dev.monkeycoder.auth.key.KeyOrder;
import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.kit.rest.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request for a new key, as it comes in.
record KeyWish(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Long expiresInSeconds) {

    /// What is wished for, checked.
    KeyOrder order() {
        if (name == null) {
            throw ProblemException.invalid("name", "is missing");
        }
        if (scopes == null || scopes.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("scopes", "is missing, or one of them is");
        }
        try {
            return new KeyOrder(
                    name,
                    new Scopes(scopes.stream().map(Objects::requireNonNull).toList()),
                    Optional.ofNullable(expiresInSeconds).map(Duration::ofSeconds));
        } catch (IllegalArgumentException wrong) {
            throw invalid(String.valueOf(wrong.getMessage()));
        }
    }

    /// Messages of checks begin with the name of their field.
    private static ProblemException invalid(String message) {
        var colon = message.indexOf(": ");
        return ProblemException.invalid(message.substring(0, colon), message.substring(colon + 2));
    }
}
