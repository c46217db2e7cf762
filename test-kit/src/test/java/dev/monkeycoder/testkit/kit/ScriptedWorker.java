package dev.monkeycoder.testkit.kit;

import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.WorkSettings;
import dev.monkeycoder.kit.work.Worker;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A worker that behaves as the first word of a command's key says, and keeps a log.
@ApplicationScoped
class ScriptedWorker implements Worker {
    private final WorkQueue queue;
    private final Transactions transactions;
    private final ConcurrentHashMap<String, List<String>> logs = new ConcurrentHashMap<>();

    ScriptedWorker(WorkQueue queue, Transactions transactions) {
        this.queue = queue;
        this.transactions = transactions;
    }

    void start(@Observes StartupEvent event) {
        queue.start(this, new WorkSettings(8, 3, Duration.ofMillis(900)));
    }

    List<String> log(String key) {
        return logs.getOrDefault(key, List.of());
    }

    @Override
    public Uni<Void> work(Claim claim) {
        note(claim, "work " + claim.attempt());
        return switch (claim.key().substring(0, claim.key().indexOf('/'))) {
            case "answer" -> answer(claim);
            case "retry-once" ->
                    claim.attempt() == 1
                            ? transactions.run(tx -> queue.retry(tx, claim, Duration.ofMillis(20)))
                            : answer(claim);
            case "break" -> Uni.createFrom().failure(new IllegalStateException("told to break"));
            case "hang" ->
                    Uni.createFrom()
                            .<Void>nothing()
                            .onCancellation()
                            .invoke(() -> note(claim, "stopped"));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    @Override
    public Uni<Void> cancelled(Claim claim) {
        note(claim, "cancelled " + claim.attempt());
        return answer(claim);
    }

    @Override
    public Uni<Void> exhausted(Claim claim) {
        note(claim, "exhausted " + claim.attempt());
        return answer(claim);
    }

    private Uni<Void> answer(Claim claim) {
        return transactions.run(tx -> queue.complete(tx, claim, new KeyRevoked(claim.key())));
    }

    private void note(Claim claim, String line) {
        logs.computeIfAbsent(claim.key(), _ -> new CopyOnWriteArrayList<>()).add(line);
    }
}
