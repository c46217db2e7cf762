package dev.monkeycoder.auth.key.store;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.monkeycoder.auth.AuthConfig;
import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.StoredKey;
import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.auth.tenant.Tenants;
import dev.monkeycoder.auth.tenant.store.TenantStore;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.store.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The first key of a new installation, from the environment (`MONKEY_BOOTSTRAP_KEY`).
///
/// It is stored when it is not there. Replicas may start at once, and a key that was revoked since
/// stays revoked. What can't be done ends the start: a service that goes on without the key it was
/// given would be found out much later.
@ApplicationScoped
public class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final TenantStore tenants;
    private final InstantSource clock;
    private final AuthConfig config;

    Bootstrap(
            Transactions transactions,
            TenantStore tenants,
            InstantSource clock,
            AuthConfig config) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        config.bootstrap()
                .key()
                .ifPresent(
                        key -> ensure(key, config.bootstrap().tenant()).await().atMost(PATIENCE));
    }

    /// Makes sure that the key is there.
    ///
    /// @param key the key as it was given, whole
    /// @return fails with a sentence that names what to change and nothing of the secret
    public Uni<Void> ensure(String key, String tenant) {
        var parsed = ApiKey.parse(key);
        var home = Tenants.named(tenant);
        if (parsed.isEmpty()) {
            return failed(
                    "MONKEY_BOOTSTRAP_KEY: not a key (expected: mk_, 12 of a-z and 0-9, _, and 32"
                            + " random bytes as 43 letters of base64url)");
        }
        if (home.isEmpty()) {
            return failed("MONKEY_BOOTSTRAP_TENANT: not a tenant (expected: " + Tenants.RULE + ")");
        }
        return ensure(stored(parsed.get(), home.get()), parsed.get());
    }

    private Uni<Void> ensure(StoredKey wanted, ApiKey key) {
        return transactions
                .run(tx ->
                        tenants.ensure(tx, wanted.tenant())
                                .chain(() -> KeyRows.add(tx, wanted))
                                .chain(() -> KeyRows.find(tx, wanted.id())))
                .chain(found -> checked(wanted, key, found));
    }

    private Uni<Void> checked(StoredKey wanted, ApiKey key, Optional<StoredKey> found) {
        var same =
                found.filter(stored -> stored.digest().matches(key))
                        .filter(stored -> stored.tenant().equals(wanted.tenant()));
        if (same.isEmpty()) {
            return failed(
                    "MONKEY_BOOTSTRAP_KEY: the id "
                            + key.id()
                            + " belongs to another key (expected: the same secret and tenant as"
                            + " before, or a new id)");
        }
        if (same.get().revokedAt().isPresent()) {
            LOG.warnf("bootstrap key is revoked and stays so key=%s", key.id());
        } else {
            LOG.infof("bootstrap key is there key=%s tenant=%s", key.id(), wanted.tenant());
        }
        return Uni.createFrom().voidItem();
    }

    private StoredKey stored(ApiKey key, TenantId tenant) {
        return new StoredKey(
                key.id(),
                tenant,
                "bootstrap",
                Scopes.of(Scopes.EVERYTHING),
                key.digest(),
                new CallerId("service:auth"),
                clock.instant().truncatedTo(MILLIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Uni<Void> failed(String message) {
        return Uni.createFrom().failure(new IllegalArgumentException(message));
    }
}
