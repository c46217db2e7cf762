package dev.monkeycoder.context.workspace.store;

import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.kit.event.IdSource;
import dev.monkeycoder.kit.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;

/// Brings uploads into PostgreSQL.
@ApplicationScoped
public class Uploads {
    private final Transactions transactions;
    private final Workspaces workspaces;
    private final Contents contents;
    private final IdSource ids;
    private final InstantSource clock;

    Uploads(
            Transactions transactions,
            Workspaces workspaces,
            Contents contents,
            IdSource ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.contents = contents;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a workspace of what `upload` kept, all of it or nothing, piece by piece.
    public Uni<WorkspaceId> store(TenantId tenant, Upload upload) {
        var id = new WorkspaceId(ids.next());
        return transactions.run(tx ->
                Multi.createFrom()
                        .iterable(upload.pieces())
                        .onItem()
                        .transformToUniAndConcatenate(piece ->
                                offTheEventLoop(piece::read)
                                        .chain(read -> contents.keep(tx, tenant, read)))
                        .onItem()
                        .ignoreAsUni()
                        .chain(() ->
                                workspaces.create(tx, tenant, id, upload.files(), clock.instant()))
                        .replaceWith(id));
    }

    /// Runs `work` on a worker thread; its result comes on the context of the transaction.
    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        var context = Objects.requireNonNull(Vertx.currentContext(), "a transaction's context");
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
