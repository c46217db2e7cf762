package dev.monkeycoder.context.call.store;

import static dev.monkeycoder.context.call.store.ToolExecution.each;

import dev.monkeycoder.context.ContextConfig;
import dev.monkeycoder.context.call.store.ToolExecution.Done;
import dev.monkeycoder.context.tool.Answers;
import dev.monkeycoder.context.tool.Output;
import dev.monkeycoder.context.tool.OutputLimits;
import dev.monkeycoder.context.tool.Search;
import dev.monkeycoder.context.tool.Tool;
import dev.monkeycoder.context.workspace.Batches;
import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.TextContent;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Contents;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that look at a workspace: always at its newest version, so a model sees what it wrote.
@ApplicationScoped
class Looking {
    private final Transactions transactions;
    private final Workspaces workspaces;
    private final Contents contents;
    private final OutputLimits limits;
    private final long searchedBytes;

    Looking(
            Transactions transactions,
            Workspaces workspaces,
            Contents contents,
            ContextConfig config) {
        var tools = config.tools();
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.contents = contents;
        this.limits =
                new OutputLimits(
                        tools.outputCharacters(),
                        tools.matches(),
                        tools.lineCharacters(),
                        tools.listedFiles());
        this.searchedBytes = tools.searchedBytes();
    }

    Uni<Done> list(Tx tx, Target target, WorkspaceState state, Tool.ListFiles list) {
        return manifest(tx, target, state)
                .map(manifest -> Answers.listFiles(list, manifest, limits))
                .map(output -> Done.looked(output, state));
    }

    Uni<Done> read(Tx tx, Target target, WorkspaceState state, Tool.ReadFile read) {
        return workspaces
                .file(tx, target.tenant(), target.workspace(), state.version(), read.path())
                .chain(file -> each(file.filter(FileEntry::text), it -> text(tx, target, it)))
                .chain(text ->
                        text.isPresent()
                                ? Uni.createFrom().item(Answers.readFile(read, text.get(), limits))
                                : unreadable(tx, target, state, read))
                .map(output -> Done.looked(output, state));
    }

    private Uni<Output> unreadable(Tx tx, Target target, WorkspaceState state, Tool.ReadFile read) {
        return manifest(tx, target, state)
                .map(manifest -> Answers.unreadable(read.path(), manifest));
    }

    private Uni<String> text(Tx tx, Target target, FileEntry file) {
        return contents.read(tx, target.tenant(), List.of(file.hash()))
                .map(found -> text(file, found));
    }

    private static String text(FileEntry file, Map<ContentHash, byte[]> contents) {
        return Optional.ofNullable(contents.get(file.hash()))
                .flatMap(TextContent::decode)
                .orElseThrow(() ->
                        new IllegalStateException("text " + file.hash() + ": not in the store"));
    }

    private Uni<Manifest> manifest(Tx tx, Target target, WorkspaceState state) {
        return workspaces.manifest(tx, target.tenant(), target.workspace(), state.version());
    }

    /// A version and what it has.
    private record Snapshot(WorkspaceState state, Manifest manifest) {}

    /// Reads piece by piece, each in a transaction of its own: files of a version never change, and
    /// a long search holds no connection meanwhile.
    ///
    /// @return empty when the tenant has no such workspace
    Uni<Optional<Done>> search(Target target, Tool.SearchFiles search) {
        return transactions
                .run(tx ->
                        workspaces
                                .state(tx, target.tenant(), target.workspace())
                                .chain(state ->
                                        each(
                                                state,
                                                it ->
                                                        manifest(tx, target, it)
                                                                .map(all ->
                                                                        new Snapshot(it, all)))))
                .chain(snapshot -> each(snapshot, it -> search(target, search, it)));
    }

    private Uni<Done> search(Target target, Tool.SearchFiles search, Snapshot snapshot) {
        var manifest = snapshot.manifest();
        var within = search.path().map(manifest::within).orElseGet(manifest::files);
        if (search.path().isPresent() && within.isEmpty()) {
            return Uni.createFrom()
                    .item(Answers.unreadable(search.path().get(), manifest))
                    .map(output -> Done.looked(output, snapshot.state()));
        }
        var texts = within.stream().filter(FileEntry::text).toList();
        var searched = affordable(texts);
        return searchBatches(
                        target, Batches.of(searched, FileEntry::size), 0, Search.of(search.query()))
                .map(found -> found.output(texts.size() - searched.size()))
                .map(output -> Done.looked(output, snapshot.state()));
    }

    private List<FileEntry> affordable(List<FileEntry> texts) {
        var affordable = new ArrayList<FileEntry>();
        var bytes = 0L;
        for (var text : texts) {
            bytes += text.size();
            if (bytes > searchedBytes) {
                break;
            }
            affordable.add(text);
        }
        return affordable;
    }

    private Uni<Search> searchBatches(
            Target target, List<List<FileEntry>> batches, int next, Search search) {
        if (next == batches.size() || search.full()) {
            return Uni.createFrom().item(search);
        }
        var batch = batches.get(next);
        var hashes = batch.stream().map(FileEntry::hash).distinct().toList();
        return transactions
                .run(tx -> contents.read(tx, target.tenant(), hashes))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> searchBatch(batch, found, search))
                .chain(found -> searchBatches(target, batches, next + 1, found));
    }

    private Search searchBatch(
            List<FileEntry> batch, Map<ContentHash, byte[]> contents, Search search) {
        var found = search;
        for (var file : batch) {
            found = found.in(file.path(), text(file, contents), limits);
        }
        return found;
    }
}
