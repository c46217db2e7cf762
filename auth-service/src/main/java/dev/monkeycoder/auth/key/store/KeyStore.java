package dev.monkeycoder.auth.key.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.key.KeyMaking;
import dev.monkeycoder.auth.key.KeyOrder;
import dev.monkeycoder.auth.key.KeyRevoking;
import dev.monkeycoder.auth.key.KeySource;
import dev.monkeycoder.auth.key.KeyVerdict;
import dev.monkeycoder.auth.key.Maker;
import dev.monkeycoder.auth.key.StoredKey;
import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.auth.tenant.store.TenantStore;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// API keys in PostgreSQL.
///
/// Who acts with a key must hold one that is still good: its token lives on for minutes, and a
/// revoked key must not make itself a successor. Looking it up locks its row, so that this and a
/// revocation come one after the other (ADR 0024).
@ApplicationScoped
public class KeyStore {
    private final Transactions transactions;
    private final TenantStore tenants;
    private final KeySource source;
    private final InstantSource clock;

    KeyStore(
            Transactions transactions, TenantStore tenants, KeySource source, InstantSource clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.source = source;
        this.clock = clock;
    }

    /// Whether `key` is good now.
    public Uni<KeyVerdict> verdict(ApiKey key) {
        return transactions
                .run(tx -> KeyRows.find(tx, key.id()))
                .map(found ->
                        found.map(stored -> stored.verdict(key, clock.instant()))
                                .orElseGet(KeyVerdict.Unknown::new));
    }

    /// The tenant's keys, oldest first, the revoked ones too.
    public Uni<List<StoredKey>> ofTenant(TenantId tenant) {
        return transactions.run(tx -> KeyRows.ofTenant(tx, tenant));
    }

    /// Makes a key for the tenant of `caller`.
    ///
    /// @param held what the caller's token allows
    public Uni<KeyMaking> make(KeyOrder order, Origin caller, Set<Scope> held) {
        return transactions.run(
                tx -> maker(tx, caller, held).chain(maker -> make(tx, order, caller, maker)));
    }

    private Uni<KeyMaking> make(Tx tx, KeyOrder order, Origin caller, Maker maker) {
        return switch (maker) {
            case Maker.Gone(var key) -> Uni.createFrom().item(new KeyMaking.MakerGone(key));
            case Maker.Holding(var scopes) ->
                    scopes.covers(order.scopes())
                            ? insert(tx, order, caller)
                            : Uni.createFrom().item(new KeyMaking.BeyondMaker());
        };
    }

    private Uni<KeyMaking> insert(Tx tx, KeyOrder order, Origin caller) {
        var key = source.next();
        var now = clock.instant().truncatedTo(MILLIS);
        var stored =
                new StoredKey(
                        key.id(),
                        caller.tenant(),
                        order.name(),
                        order.scopes(),
                        key.digest(),
                        caller.caller(),
                        now,
                        order.expiry(now),
                        Optional.empty(),
                        Optional.empty());
        return tenants.ensure(tx, caller.tenant())
                .chain(() -> KeyRows.add(tx, stored))
                .map(added -> {
                    if (!added) {
                        throw new IllegalStateException("key " + key.id() + ": there before");
                    }
                    return new KeyMaking.Made(stored, key);
                });
    }

    /// Revokes a key of the tenant of `caller` at once, and tells everybody (`KeyRevoked`) when it
    /// was not revoked before.
    public Uni<KeyRevoking> revoke(KeyId id, Origin caller) {
        var held = Set.of(Scope.KEYS_WRITE);
        return transactions.run(tx ->
                maker(tx, caller, held)
                        .chain(maker ->
                                maker instanceof Maker.Gone
                                        ? Uni.createFrom().item(KeyRevoking.CALLER_GONE)
                                        : revoke(tx, id, caller)));
    }

    private Uni<KeyRevoking> revoke(Tx tx, KeyId id, Origin caller) {
        return KeyRows.revoke(tx, caller.tenant(), id, clock.instant().truncatedTo(MILLIS))
                .chain(revoked -> {
                    if (revoked) {
                        tx.send(new KeyRevoked(id.value()), caller);
                        return Uni.createFrom().item(KeyRevoking.REVOKED);
                    }
                    return KeyRows.hold(tx, caller.tenant(), id)
                            .map(known ->
                                    known.isPresent() ? KeyRevoking.REVOKED : KeyRevoking.UNKNOWN);
                });
    }

    private Uni<Maker> maker(Tx tx, Origin caller, Set<Scope> held) {
        return Maker.keyOf(caller.caller())
                .map(id ->
                        KeyRows.hold(tx, caller.tenant(), id)
                                .map(found -> Maker.of(id, found, clock.instant())))
                .orElseGet(() -> Uni.createFrom().item(Maker.of(held)));
    }
}
