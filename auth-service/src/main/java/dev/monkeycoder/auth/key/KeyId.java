package dev.monkeycoder.auth.key;

import java.util.regex.Pattern;

/// Names an API key, in public: it stands in logs and lists. 12 of a-z and 0-9.
public record KeyId(String value) {
    static final int LENGTH = 12;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{" + LENGTH + "}");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    public KeyId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("key id: (expected: 12 of a-z and 0-9)");
        }
    }

    /// Whether `text` could be the id of a key.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// An id of 60 bits of `random`, in 32 letters that nobody mixes up.
    ///
    /// @param random at least 12 bytes
    public static KeyId from(byte[] random) {
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random[i] & 31));
        }
        return new KeyId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
