package dev.monkeycoder.auth.key.store;

import dev.monkeycoder.auth.key.KeyDigest;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.key.StoredKey;
import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.store.Row;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of keys, statement by statement.
final class KeyRows {
    private static final String SELECT =
            """
            select id, tenant, name, scopes, secret_sha256, made_by, created_at, expires_at,
              revoked_at, last_used_at
            from api_key
            """;

    private KeyRows() {}

    /// A key of any tenant: the one look-up that finds the tenant out.
    static Uni<Optional<StoredKey>> find(Tx tx, KeyId id) {
        return first(tx.query(SELECT + "where id = ?1", KeyRows::key, id.value()));
    }

    /// A key of the tenant. It can't be revoked until the transaction ends.
    static Uni<Optional<StoredKey>> hold(Tx tx, TenantId tenant, KeyId id) {
        return first(
                tx.query(
                        SELECT + "where tenant = ?1 and id = ?2 for share",
                        KeyRows::key,
                        tenant.value(),
                        id.value()));
    }

    static Uni<List<StoredKey>> ofTenant(Tx tx, TenantId tenant) {
        return tx.query(
                SELECT + "where tenant = ?1 order by created_at, id", KeyRows::key, tenant.value());
    }

    /// Adds `key` unless one of its id is there; the answer is whether it was added.
    static Uni<Boolean> add(Tx tx, StoredKey key) {
        return tx.execute(
                        """
                        insert into api_key
                          (id, tenant, name, scopes, secret_sha256, made_by, created_at, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(cast(?7 as text) as timestamptz),
                          cast(cast(?8 as text) as timestamptz))
                        on conflict (id) do nothing
                        """,
                        key.id().value(),
                        key.tenant().value(),
                        key.name(),
                        key.scopes().toString(),
                        key.digest().hex(),
                        key.madeBy().value(),
                        key.createdAt().toString(),
                        text(key.expiresAt()))
                .map(rows -> rows == 1);
    }

    /// Revokes a key of the tenant that is not revoked; the answer is whether there was one.
    static Uni<Boolean> revoke(Tx tx, TenantId tenant, KeyId id, Instant now) {
        return tx.execute(
                        """
                        update api_key set revoked_at = cast(cast(?3 as text) as timestamptz)
                        where tenant = ?1 and id = ?2 and revoked_at is null
                        """,
                        tenant.value(),
                        id.value(),
                        now.toString())
                .map(rows -> rows == 1);
    }

    /// Notes that the key was used, unless a later use is noted.
    static Uni<Integer> used(Tx tx, KeyId id, Instant when) {
        return tx.execute(
                """
                update api_key set last_used_at = cast(cast(?2 as text) as timestamptz)
                where id = ?1 and (last_used_at is null
                  or last_used_at < cast(cast(?2 as text) as timestamptz))
                """,
                id.value(),
                when.toString());
    }

    private static Uni<Optional<StoredKey>> first(Uni<List<StoredKey>> found) {
        return found.map(keys -> keys.stream().findFirst());
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    private static StoredKey key(Row row) {
        return new StoredKey(
                new KeyId(row.text(0)),
                new TenantId(row.text(1)),
                row.text(2),
                Scopes.parse(row.text(3)),
                new KeyDigest(row.text(4)),
                new CallerId(row.text(5)),
                row.instant(6),
                row.optionalInstant(7),
                row.optionalInstant(8),
                row.optionalInstant(9));
    }
}
