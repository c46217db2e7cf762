package dev.monkeycoder.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a client shows to be let in. Its text never shows up in a log, a message or a problem.
public sealed interface Credential {
    String secret();

    /// A key of auth-service, `mk_…`.
    record ApiKey(String secret) implements Credential {
        @Override
        public String toString() {
            return "ApiKey";
        }
    }

    /// An access token of Keycloak.
    record AccessToken(String secret) implements Credential {
        @Override
        public String toString() {
            return "AccessToken";
        }
    }

    /// What the headers of a request held.
    sealed interface Reading {
        record Found(Credential credential) implements Reading {}

        /// There is something, but it can't be a credential of ours: nobody need be asked.
        record Malformed() implements Reading {}

        record Absent() implements Reading {}
    }

    /// SHA-256 of a credential: what it is remembered by.
    record Fingerprint(String hex) {}

    Pattern API_KEY = Pattern.compile("mk_[A-Za-z0-9_-]{8,512}");
    Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    int LONGEST_TOKEN = 8192;
    String BEARER = "bearer ";

    /// Reads the headers `Authorization` and `X-API-Key`. Both at once are fine when they agree.
    static Reading read(Optional<String> authorization, Optional<String> apiKey) {
        var fromAuthorization = authorization.map(Credential::bearer);
        var fromApiKey = apiKey.map(Credential::key);
        return fromAuthorization
                .flatMap(first ->
                        fromApiKey.map(
                                second -> first.equals(second) ? first : new Reading.Malformed()))
                .or(() -> fromAuthorization)
                .or(() -> fromApiKey)
                .orElseGet(Reading.Absent::new);
    }

    private static Reading bearer(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Reading.Malformed();
        }
        var secret = header.substring(BEARER.length()).strip();
        if (secret.startsWith("mk_")) {
            return key(secret);
        }
        return secret.length() <= LONGEST_TOKEN && JWT.matcher(secret).matches()
                ? new Reading.Found(new AccessToken(secret))
                : new Reading.Malformed();
    }

    private static Reading key(String secret) {
        return API_KEY.matcher(secret).matches()
                ? new Reading.Found(new ApiKey(secret))
                : new Reading.Malformed();
    }

    default Fingerprint fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(
                    HexFormat.of()
                            .formatHex(digest.digest(secret().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: every JDK has it)", e);
        }
    }
}
