package dev.monkeycoder.auth.key.rest;

import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.StoredKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key as it is shown. `key` is the whole key, in the answer to its making only.
record KeyView(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<String> key) {

    record All(List<KeyView> keys) {}

    static All all(List<StoredKey> keys) {
        return new All(keys.stream().map(key -> of(key, Optional.empty())).toList());
    }

    static KeyView shownOnce(StoredKey key, ApiKey secret) {
        return of(key, Optional.of(secret.reveal()));
    }

    private static KeyView of(StoredKey key, Optional<String> secret) {
        return new KeyView(
                key.id().value(),
                key.name(),
                key.scopes().granted(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                secret);
    }

    /// Never with the secret.
    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }
}
