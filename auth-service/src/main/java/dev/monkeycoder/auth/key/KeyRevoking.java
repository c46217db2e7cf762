package dev.monkeycoder.auth.key;

/// What came of a revocation.
public enum KeyRevoking {
    /// The key is revoked, now or since before.
    REVOKED,
    /// The tenant has no such key.
    UNKNOWN,
    /// Who asks is a key that is not good any more, though its token still is.
    CALLER_GONE
}
