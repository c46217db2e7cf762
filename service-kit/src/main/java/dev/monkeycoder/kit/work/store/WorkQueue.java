package dev.monkeycoder.kit.work.store;

import dev.monkeycoder.events.Event;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.trace.OwnContext;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.Fenced;
import dev.monkeycoder.kit.work.WorkSettings;
import dev.monkeycoder.kit.work.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Works off accepted commands: claims them as soon as they are committed, each as a numbered
/// attempt under a lease, renews the leases together, and stops work whose lease is lost. What a
/// process that died has left is claimed by another when the lease runs out.
@ApplicationScoped
public class WorkQueue {
    private static final Logger LOG = Logger.getLogger(WorkQueue.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration FORGET = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Vertx vertx;
    private final UUID owner = UUID.randomUUID();
    private final ConcurrentHashMap<String, Running> running = new ConcurrentHashMap<>();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicLong depth = new AtomicLong();
    private volatile @Nullable Started started;

    WorkQueue(Transactions transactions, OwnContext contexts, Vertx vertx, MeterRegistry meters) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.vertx = vertx;
        meters.gauge("monkey_work_in_flight", running, ConcurrentHashMap::size);
        meters.gauge("monkey_work_depth", depth, AtomicLong::doubleValue);
    }

    private record Started(Worker worker, WorkSettings settings, List<Long> timers) {}

    /// Work in flight; it may be stopped before its subscription is known.
    private static final class Running {
        private final Claim claim;
        private @Nullable Cancellable work;
        private boolean stopped;

        private Running(Claim claim) {
            this.claim = claim;
        }

        private synchronized void started(Cancellable subscription) {
            work = subscription;
            if (stopped) {
                subscription.cancel();
            }
        }

        private synchronized void stop() {
            stopped = true;
            if (work != null) {
                work.cancel();
            }
        }
    }

    /// Begins to work. Called once, when the service starts.
    public void start(Worker worker, WorkSettings settings) {
        var timers =
                List.of(
                        vertx.setPeriodic(POLL.toMillis(), _ -> claim()),
                        vertx.setPeriodic(settings.lease().toMillis() / 3, _ -> renew(settings)),
                        vertx.setPeriodic(FORGET.toMillis(), _ -> forget()));
        started = new Started(worker, settings, timers);
    }

    void stop(@Observes ShutdownEvent event) {
        var stopping = started;
        if (stopping != null) {
            stopping.timers().forEach(vertx::cancelTimer);
            started = null;
        }
    }

    /// Takes `command` in, once for each `key`, and works on it as soon as `tx` has committed. A
    /// command that is done already gets its answer sent again.
    public Uni<Void> accept(Tx tx, String key, Instant deadline, Received command) {
        tx.afterCommit(this::claim);
        return WorkTable.accept(tx, key, deadline, command)
                .invoke(answer ->
                        answer.ifPresent(known -> tx.send(known.event(), command.origin())))
                .replaceWithVoid();
    }

    /// Ends the command with its one answer, which is sent when `tx` commits.
    ///
    /// @return fails with [Fenced] when another attempt, or its end, came first
    public Uni<Void> complete(Tx tx, Claim claim, Event answer) {
        return WorkTable.complete(tx, owner, claim, answer)
                .invoke(rows -> hold(rows, claim))
                .invoke(() -> tx.send(answer, claim.origin()))
                .replaceWithVoid();
    }

    /// Gives the command back, to be tried again as the next attempt after `pause`.
    ///
    /// @return fails with [Fenced] when another attempt, or its end, came first
    public Uni<Void> retry(Tx tx, Claim claim, Duration pause) {
        tx.afterCommit(() -> vertx.setTimer(Math.max(1, pause.toMillis()), _ -> claim()));
        return WorkTable.release(tx, owner, claim, pause)
                .invoke(rows -> hold(rows, claim))
                .replaceWithVoid();
    }

    /// Stops commands wherever they are. Every replica calls this with the same keys; it does no
    /// harm to call it twice.
    public Uni<Void> cancel(Collection<String> keys) {
        return transactions
                .run(tx -> WorkTable.cancel(tx, keys))
                .invoke(() -> keys.forEach(this::stopRunning))
                .invoke(this::claim)
                .replaceWithVoid();
    }

    private static void hold(int rows, Claim claim) {
        if (rows == 0) {
            throw new Fenced(claim);
        }
    }

    private void stopRunning(String key) {
        var found = running.get(key);
        var now = started;
        if (found == null || now == null || found.claim.cancelled()) {
            return;
        }
        found.stop();
        if (running.remove(key, found)) {
            run(now, found.claim.stopped());
        }
    }

    private void claim() {
        var now = started;
        if (now == null) {
            return;
        }
        if (!claiming.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        var free = now.settings().inFlight() - running.size();
        var claims =
                free <= 0
                        ? Uni.createFrom().item(List.<Claim>of())
                        : transactions.run(
                                tx -> WorkTable.claim(tx, owner, free, now.settings().lease()));
        claims.subscribe()
                .with(
                        found -> {
                            found.forEach(claim -> run(now, claim));
                            claimed();
                        },
                        failure -> {
                            LOG.warnf("work was not claimed error=%s", failure);
                            again.set(false);
                            claimed();
                        });
    }

    private void claimed() {
        claiming.set(false);
        if (again.compareAndSet(true, false)) {
            claim();
        }
    }

    private void run(Started now, Claim claim) {
        var mine = new Running(claim);
        running.put(claim.key(), mine);
        mine.started(
                contexts.run(claim.origin().traceparent(), () -> step(now, claim))
                        .subscribe()
                        .with(_ -> ended(mine), failure -> failed(mine, failure)));
    }

    private static Uni<Void> step(Started now, Claim claim) {
        if (claim.cancelled()) {
            return now.worker().cancelled(claim);
        }
        return claim.attempt() > now.settings().attempts()
                ? now.worker().exhausted(claim)
                : now.worker().work(claim);
    }

    private void ended(Running mine) {
        running.remove(mine.claim.key(), mine);
        claim();
    }

    private void failed(Running mine, Throwable failure) {
        var claim = mine.claim;
        ended(mine);
        if (failure instanceof Fenced) {
            LOG.infof("work was fenced key=%s attempt=%d", claim.key(), claim.attempt());
            return;
        }
        LOG.errorf(failure, "work failed key=%s attempt=%d", claim.key(), claim.attempt());
        transactions
                .run(tx -> retry(tx, claim, PAUSE_AFTER_FAULT))
                .subscribe()
                .with(
                        _ -> {},
                        fault ->
                                LOG.warnf(
                                        "work waits for its lease key=%s error=%s",
                                        claim.key(), fault));
    }

    private void renew(WorkSettings settings) {
        var held = new HashSet<>(running.keySet());
        transactions
                .run(tx ->
                        WorkTable.depth(tx)
                                .invoke(depth::set)
                                .chain(() -> WorkTable.renew(tx, owner, held, settings.lease())))
                .subscribe()
                .with(
                        still -> {
                            still.forEach(held::remove);
                            held.forEach(this::lost);
                        },
                        failure -> LOG.warnf("leases were not renewed error=%s", failure));
    }

    private void lost(String key) {
        var gone = running.remove(key);
        if (gone != null) {
            LOG.infof("lease lost key=%s attempt=%d", key, gone.claim.attempt());
            gone.stop();
        }
    }

    private void forget() {
        transactions
                .run(WorkTable::forget)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf("done work was not forgotten error=%s", failure));
    }
}
