package dev.monkeycoder.auth.key;

import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Instant;
import java.util.Optional;

/// An API key as it is kept: all but its secret.
///
/// @param madeBy who made it
/// @param expiresAt from then on it is not good any more
public record StoredKey(
        KeyId id,
        TenantId tenant,
        String name,
        Scopes scopes,
        KeyDigest digest,
        CallerId madeBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    /// Who a caller with this key is.
    public CallerId caller() {
        return new CallerId("key:" + id);
    }

    /// Whether the key is good at `now`, whoever shows it.
    public boolean good(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /// What is to be said to who shows `key`. Only who has the secret learns more than that the key
    /// is not known.
    public KeyVerdict verdict(ApiKey key, Instant now) {
        if (!digest.matches(key)) {
            return new KeyVerdict.Unknown();
        }
        if (revokedAt.isPresent()) {
            return new KeyVerdict.Revoked(id);
        }
        return good(now) ? new KeyVerdict.Good(this) : new KeyVerdict.Expired(id);
    }
}
