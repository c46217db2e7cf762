package dev.monkeycoder.auth.key;

import java.util.Base64;
import java.util.Optional;

/// An API key whole, secret and all: `mk_<id>_<43 letters of base64url, 32 bytes>`.
///
/// It is in memory only, between a request and its answer. [#toString] keeps the secret back.
public final class ApiKey {
    private static final String PREFIX = "mk_";
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LETTERS = 43;
    private static final int SECRET_START = PREFIX.length() + KeyId.LENGTH + 1;

    private final KeyId id;
    private final byte[] secret;

    private ApiKey(KeyId id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    /// A key of that secret.
    ///
    /// @param secret 32 random bytes
    public static ApiKey of(KeyId id, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "secret: " + secret.length + " bytes (expected: " + SECRET_BYTES + ")");
        }
        return new ApiKey(id, secret.clone());
    }

    /// The key that `text` is; empty when it has not exactly the form of one. The last letter holds
    /// 2 bits that mean nothing: only the spelling with zeros is a key.
    public static Optional<ApiKey> parse(String text) {
        if (text.length() != SECRET_START + SECRET_LETTERS
                || !text.startsWith(PREFIX)
                || text.charAt(SECRET_START - 1) != '_'
                || !KeyId.isOne(text.substring(PREFIX.length(), SECRET_START - 1))) {
            return Optional.empty();
        }
        try {
            var id = new KeyId(text.substring(PREFIX.length(), SECRET_START - 1));
            var key = of(id, Base64.getUrlDecoder().decode(text.substring(SECRET_START)));
            return key.reveal().equals(text) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public KeyId id() {
        return id;
    }

    public KeyDigest digest() {
        return KeyDigest.of(secret);
    }

    /// The key as its owner gets it, once.
    public String reveal() {
        return PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String toString() {
        return PREFIX + id + "_***";
    }
}
