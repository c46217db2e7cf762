package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.events.RunId;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// One mailbox a run: within this process its inputs are handled one after another, whichever
/// channel or timer they come from. Between processes the version decides.
final class Mailboxes {
    private final ConcurrentHashMap<RunId, CompletableFuture<Void>> last =
            new ConcurrentHashMap<>();

    /// Takes a place now; the work starts when what came before it has ended, well or not.
    <T> Uni<T> inOrder(RunId run, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    var done = new CompletableFuture<Void>();
                    var previous = last.put(run, done);
                    var ready =
                            previous == null
                                    ? Uni.createFrom().voidItem()
                                    : Uni.createFrom().completionStage(previous);
                    return ready.chain(work::get)
                            .onTermination()
                            .invoke(() -> {
                                last.remove(run, done);
                                done.complete(null);
                            });
                });
    }
}
