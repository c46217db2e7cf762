package dev.monkeycoder.auth.key;

/// Whether a key that somebody shows is good now.
public sealed interface KeyVerdict {
    record Good(StoredKey key) implements KeyVerdict {}

    /// No such key: it was never issued, or its secret is another.
    record Unknown() implements KeyVerdict {}

    record Revoked(KeyId id) implements KeyVerdict {}

    record Expired(KeyId id) implements KeyVerdict {}
}
