package dev.monkeycoder.context.workspace.rest;

import dev.monkeycoder.context.workspace.Batches;
import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.FileChange;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.Patch;
import dev.monkeycoder.context.workspace.TarWriter;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Contents;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.kit.rest.ProblemException;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Whole workspaces on their way out, a piece at a time: the next one is read when the client has
/// taken the last.
@ApplicationScoped
class WorkspaceContents {
    private static final byte[] NOTHING = {};

    private final Transactions transactions;
    private final Workspaces workspaces;
    private final Contents contents;

    WorkspaceContents(Transactions transactions, Workspaces workspaces, Contents contents) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.contents = contents;
    }

    record Version(Manifest manifest, Instant at) {}

    /// @param number absent: the newest
    /// @return fails with a 404 when the tenant has no such version
    Uni<Version> version(TenantId tenant, WorkspaceId id, Optional<Integer> number) {
        return transactions.run(tx -> version(tx, tenant, id, number));
    }

    /// @param to absent: the newest
    /// @return fails with a 404 when the tenant has no such versions
    Uni<List<FileChange>> changes(TenantId tenant, WorkspaceId id, int from, Optional<Integer> to) {
        return transactions.run(tx ->
                version(tx, tenant, id, to)
                        .chain(after ->
                                version(tx, tenant, id, from)
                                        .map(before -> changes(before, after))));
    }

    private static List<FileChange> changes(Version before, Version after) {
        return before.manifest().changesTo(after.manifest());
    }

    private Uni<Version> version(Tx tx, TenantId tenant, WorkspaceId id, Optional<Integer> number) {
        return number.isPresent()
                ? version(tx, tenant, id, number.get())
                : workspaces
                        .state(tx, tenant, id)
                        .map(state -> found(state, "workspace " + id))
                        .map(WorkspaceState::version)
                        .chain(newest -> version(tx, tenant, id, newest));
    }

    private Uni<Version> version(Tx tx, TenantId tenant, WorkspaceId id, int number) {
        return workspaces
                .madeAt(tx, tenant, id, number)
                .map(at -> found(at, "version " + number + " of workspace " + id))
                .chain(at ->
                        workspaces
                                .manifest(tx, tenant, id, number)
                                .map(manifest -> new Version(manifest, at)));
    }

    private static <T> T found(Optional<T> wanted, String what) {
        return wanted.orElseThrow(() -> ProblemException.notFound(what));
    }

    Multi<byte[]> patches(TenantId tenant, List<FileChange> changes) {
        return inPieces(
                tenant,
                changes,
                change -> Stream.concat(change.before().stream(), change.after().stream()),
                (change, contents) ->
                        Patch.of(
                                change,
                                content(change.before(), contents),
                                content(change.after(), contents)));
    }

    Multi<byte[]> tar(TenantId tenant, Version version) {
        var tar = new TarWriter(version.at());
        var files =
                inPieces(
                        tenant,
                        version.manifest().files(),
                        Stream::of,
                        (file, contents) -> tar.file(file, content(Optional.of(file), contents)));
        return Multi.createBy().concatenating().streams(files, Multi.createFrom().item(tar::end));
    }

    private <T> Multi<byte[]> inPieces(
            TenantId tenant,
            List<T> items,
            Function<T, Stream<FileEntry>> files,
            BiFunction<T, Map<ContentHash, byte[]>, byte[]> print) {
        var batches = Batches.of(items, item -> files.apply(item).mapToLong(FileEntry::size).sum());
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(batch ->
                        contents(tenant, batch.stream().flatMap(files))
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(contents -> joined(batch, contents, print)));
    }

    private Uni<Map<ContentHash, byte[]>> contents(TenantId tenant, Stream<FileEntry> files) {
        var hashes = files.map(FileEntry::hash).distinct().toList();
        return transactions.run(tx -> contents.read(tx, tenant, hashes));
    }

    private static <T> byte[] joined(
            List<T> batch,
            Map<ContentHash, byte[]> contents,
            BiFunction<T, Map<ContentHash, byte[]>, byte[]> print) {
        var piece = new ByteArrayOutputStream();
        batch.forEach(item -> piece.writeBytes(print.apply(item, contents)));
        return piece.toByteArray();
    }

    private static byte[] content(Optional<FileEntry> file, Map<ContentHash, byte[]> contents) {
        return file.map(it -> kept(it, contents)).orElse(NOTHING);
    }

    private static byte[] kept(FileEntry file, Map<ContentHash, byte[]> contents) {
        var content = contents.get(file.hash());
        if (content == null) {
            throw new IllegalStateException("content " + file.hash() + ": not in the store");
        }
        return content;
    }
}
