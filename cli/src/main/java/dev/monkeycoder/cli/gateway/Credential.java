package dev.monkeycoder.cli.gateway;

import java.time.Instant;
import java.util.Optional;

/// What proves to a gateway who calls. Never printed: `toString` holds no secret.
public sealed interface Credential {
    /// The value of the `Authorization` header's bearer token.
    String bearer();

    record ApiKey(String value) implements Credential {
        @Override
        public String bearer() {
            return value;
        }

        @Override
        public String toString() {
            return "ApiKey[…]";
        }
    }

    /// A person's login.
    ///
    /// @param tokenEndpoint where the refresh token is good
    record Login(
            String accessToken,
            Optional<String> refreshToken,
            Instant expiresAt,
            String tokenEndpoint)
            implements Credential {
        @Override
        public String bearer() {
            return accessToken;
        }

        @Override
        public String toString() {
            return "Login[expiresAt=" + expiresAt + "]";
        }
    }
}
