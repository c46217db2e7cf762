package dev.monkeycoder.auth.key.store;

import dev.monkeycoder.auth.AuthConfig;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// When keys were last used: kept in memory and written at most once a minute, so that an exchange
/// never waits for it. A crash loses the last minute of it, nothing else.
@ApplicationScoped
public class KeyUse {
    private static final Logger LOG = Logger.getLogger(KeyUse.class);

    private final Map<KeyId, Instant> unwritten = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final InstantSource clock;
    private final Vertx vertx;
    private final AuthConfig config;
    private long timer;

    KeyUse(Transactions transactions, InstantSource clock, Vertx vertx, AuthConfig config) {
        this.transactions = transactions;
        this.clock = clock;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        var interval = config.key().lastUseInterval();
        timer =
                vertx.setPeriodic(
                        interval.toMillis(),
                        _ ->
                                write().subscribe()
                                        .with(
                                                _ -> {},
                                                failure ->
                                                        LOG.warnf(
                                                                "key use not written, tried again"
                                                                        + " later error=%s",
                                                                failure)));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /// Notes that the key is used now.
    public void note(KeyId key) {
        unwritten.put(key, clock.instant());
    }

    /// Writes what was noted since the last time. When it fails it is kept for the next time.
    public Uni<Void> write() {
        var uses = new TreeMap<String, Instant>();
        unwritten.forEach((key, when) -> uses.put(key.value(), when));
        if (uses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tx -> write(tx, uses))
                .invoke(() -> uses.forEach((key, when) -> unwritten.remove(new KeyId(key), when)));
    }

    /// In the order of ids: two replicas never wait for one another in a circle.
    private static Uni<Void> write(Tx tx, SortedMap<String, Instant> uses) {
        var writing = Uni.createFrom().voidItem();
        for (var use : uses.entrySet()) {
            writing =
                    writing.chain(() -> KeyRows.used(tx, new KeyId(use.getKey()), use.getValue()))
                            .replaceWithVoid();
        }
        return writing;
    }
}
