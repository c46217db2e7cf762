package dev.monkeycoder.kit.kafka;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Lets work of different keys run at once and work of one key only in the order in which it came.
final class Lanes {
    private final ConcurrentHashMap<String, CompletableFuture<Void>> last =
            new ConcurrentHashMap<>();

    /// Takes a place in the lane of `key` now; the work starts when what came before it has ended.
    Uni<Void> inOrder(String key, Supplier<Uni<Void>> work) {
        var done = new CompletableFuture<Void>();
        var previous = last.put(key, done);
        var turn =
                previous == null
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().completionStage(previous);
        return turn.chain(work::get)
                .onTermination()
                .invoke(() -> {
                    last.remove(key, done);
                    done.complete(null);
                });
    }
}
