package dev.monkeycoder.auth.token;

import dev.monkeycoder.auth.key.KeyId;

/// Why an exchange gives no token.
///
/// @param description a sentence for people; it holds no part of a credential but a key's id
public record TokenRefusal(Kind kind, String description) {
    public enum Kind {
        /// The form is not as it must be.
        MALFORMED("invalid_request"),
        /// Another grant type than token exchange.
        UNSUPPORTED("unsupported_grant_type"),
        /// The credential is not good now. RFC 8693, 2.2.2: a subject token that is invalid for any
        /// reason is an `invalid_request`.
        CREDENTIAL("invalid_request"),
        /// Keycloak does not answer; a key would do.
        UNAVAILABLE("temporarily_unavailable");

        private final String error;

        Kind(String error) {
            this.error = error;
        }

        /// The field `error` of RFC 6749, 5.2.
        public String error() {
            return error;
        }
    }

    static TokenRefusal malformed(String description) {
        return new TokenRefusal(Kind.MALFORMED, description);
    }

    static TokenRefusal credential(String description) {
        return new TokenRefusal(Kind.CREDENTIAL, description);
    }

    static TokenRefusal unknownKey() {
        return credential("the key is not known");
    }

    static TokenRefusal revoked(KeyId key) {
        return credential("the key " + key + " is revoked");
    }

    static TokenRefusal expired(KeyId key) {
        return credential("the key " + key + " has expired");
    }

    static TokenRefusal unavailable() {
        return new TokenRefusal(
                Kind.UNAVAILABLE, "logins can't be checked now: Keycloak does not answer");
    }
}
