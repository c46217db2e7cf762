package dev.monkeycoder.context.call.store;

import dev.monkeycoder.context.ContextConfig;
import dev.monkeycoder.context.project.ProjectSummary;
import dev.monkeycoder.context.session.History;
import dev.monkeycoder.context.session.store.Turns;
import dev.monkeycoder.context.workspace.ArchiveLimits;
import dev.monkeycoder.context.workspace.Batches;
import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.GivenFiles;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.TextContent;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Contents;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.events.CallResult.ContextPrepared;
import dev.monkeycoder.events.ContextCommand.ContextRequested;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.kit.event.IdSource;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes ready what a run starts with: its workspace, what the project is, and the session's turns.
@ApplicationScoped
class ContextPreparation {
    private final Transactions transactions;
    private final WorkQueue queue;
    private final Workspaces workspaces;
    private final Contents contents;
    private final Turns turns;
    private final ArchiveLimits limits;
    private final ContextConfig.Sessions settings;
    private final IdSource ids;
    private final InstantSource clock;

    ContextPreparation(
            Transactions transactions,
            WorkQueue queue,
            Workspaces workspaces,
            Contents contents,
            Turns turns,
            ArchiveLimits limits,
            ContextConfig config,
            IdSource ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.workspaces = workspaces;
        this.contents = contents;
        this.turns = turns;
        this.limits = limits;
        this.settings = config.sessions();
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Void> prepare(Claim claim, ContextRequested command) {
        if (command.workspace().isPresent()) {
            return command.files().isEmpty()
                    ? transactions.run(tx -> open(tx, claim, command, command.workspace().get()))
                    : refuse(claim, command, "A run takes a workspace or files, not both.");
        }
        return switch (GivenFiles.read(command.files(), limits)) {
            case GivenFiles.Reading.Bad(var reason) -> refuse(claim, command, reason);
            case GivenFiles.Reading.Good good ->
                    transactions.run(tx -> make(tx, claim, command, good));
        };
    }

    private Uni<Void> refuse(Claim claim, ContextRequested command, String reason) {
        return transactions.run(tx -> refuse(tx, claim, command, reason));
    }

    private Uni<Void> refuse(Tx tx, Claim claim, ContextRequested command, String reason) {
        return queue.complete(tx, claim, CallWorker.failed(command.call(), Kind.INVALID, reason));
    }

    private Uni<Void> make(
            Tx tx, Claim claim, ContextRequested command, GivenFiles.Reading.Good given) {
        var id = new WorkspaceId(ids.next());
        var tenant = claim.origin().tenant();
        var sorted =
                given.contents().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return Multi.createFrom()
                .iterable(Batches.of(sorted, content -> content.getValue().length))
                .onItem()
                .transformToUniAndConcatenate(batch -> contents.keep(tx, tenant, batch))
                .onItem()
                .ignoreAsUni()
                .chain(() -> workspaces.create(tx, tenant, id, given.files(), clock.instant()))
                .chain(() -> answer(tx, claim, command, new WorkspaceVersion(id, 1)));
    }

    private Uni<Void> open(Tx tx, Claim claim, ContextRequested command, WorkspaceId id) {
        return workspaces
                .state(tx, claim.origin().tenant(), id)
                .map(state -> state.map(WorkspaceState::version))
                .chain(newest ->
                        newest.isPresent()
                                ? answer(tx, claim, command, new WorkspaceVersion(id, newest.get()))
                                : refuse(
                                        tx,
                                        claim,
                                        command,
                                        "The workspace "
                                                + id
                                                + " does not exist, or not for this tenant."));
    }

    private Uni<Void> answer(
            Tx tx, Claim claim, ContextRequested command, WorkspaceVersion version) {
        var tenant = claim.origin().tenant();
        return summary(tx, tenant, version)
                .chain(summary ->
                        history(tx, tenant, command.session())
                                .chain(history ->
                                        queue.complete(
                                                tx,
                                                claim,
                                                new ContextPrepared(
                                                        command.call(),
                                                        version,
                                                        summary,
                                                        history))));
    }

    private Uni<String> summary(Tx tx, TenantId tenant, WorkspaceVersion version) {
        return workspaces
                .manifest(tx, tenant, version.workspace(), version.version())
                .chain(project ->
                        readme(tx, tenant, project).map(text -> ProjectSummary.of(project, text)));
    }

    private Uni<Optional<String>> readme(Tx tx, TenantId tenant, Manifest project) {
        var file = ProjectSummary.readme(project);
        if (file.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        ContentHash hash = file.get().hash();
        return contents.read(tx, tenant, List.of(hash))
                .map(found -> Optional.ofNullable(found.get(hash)))
                .map(content -> content.flatMap(TextContent::decode));
    }

    private Uni<List<Message>> history(Tx tx, TenantId tenant, Optional<SessionId> session) {
        return session.isEmpty()
                ? Uni.createFrom().item(List.of())
                : turns.newest(tx, tenant, session.get(), settings.historyTurns())
                        .map(newest -> History.of(newest, settings.historyCharacters()));
    }
}
