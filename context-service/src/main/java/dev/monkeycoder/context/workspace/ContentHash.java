package dev.monkeycoder.context.workspace;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a file's bytes, 64 lower-case hex digits: what content is stored and compared by.
public record ContentHash(String hex) implements Comparable<ContentHash> {
    private static final int DIGITS = 64;

    public ContentHash {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException(
                    "hash: " + hex + " (expected: " + DIGITS + " digits)");
        }
    }

    public static ContentHash of(byte[] content) {
        try {
            return new ContentHash(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    @Override
    public int compareTo(ContentHash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
