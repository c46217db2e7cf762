package dev.monkeycoder.auth.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a key's secret: all that is stored of it. The secret is 256 random bits, so there is
/// nothing to guess and a slow hash would only slow the exchange (ADR 0024).
///
/// @param hex 64 hexadecimal digits
public record KeyDigest(String hex) {
    public KeyDigest {
        if (HexFormat.of().parseHex(hex).length != 32) {
            throw new IllegalArgumentException("digest: (expected: 64 hexadecimal digits)");
        }
    }

    static KeyDigest of(byte[] secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return new KeyDigest(HexFormat.of().formatHex(sha.digest(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("sha-256: missing (expected: every JDK has it)", e);
        }
    }

    /// Whether `key` has the secret of this digest. Takes the same time wherever they differ.
    public boolean matches(ApiKey key) {
        var theirs = HexFormat.of().parseHex(key.digest().hex);
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), theirs);
    }
}
