package dev.monkeycoder.context.call.store;

import static dev.monkeycoder.context.call.store.ToolExecution.each;

import dev.monkeycoder.context.call.store.ToolExecution.Done;
import dev.monkeycoder.context.tool.Output;
import dev.monkeycoder.context.tool.Tool;
import dev.monkeycoder.context.tool.Write;
import dev.monkeycoder.context.tool.Write.Decision;
import dev.monkeycoder.context.workspace.ArchiveLimits;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Contents;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.kit.store.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tool that writes. Writers of one workspace come one after the other.
@ApplicationScoped
class Writing {
    private final Workspaces workspaces;
    private final Contents contents;
    private final Write.Room room;
    private final InstantSource clock;

    Writing(Workspaces workspaces, Contents contents, ArchiveLimits limits, InstantSource clock) {
        this.workspaces = workspaces;
        this.contents = contents;
        this.room = new Write.Room(limits.files(), limits.fileBytes(), limits.totalBytes());
        this.clock = clock;
    }

    /// @return empty when the tenant has no such workspace
    Uni<Optional<Done>> write(Tx tx, Target target, ToolRequested command, Tool.WriteFile tool) {
        return workspaces
                .lock(tx, target.tenant(), target.workspace())
                .chain(state ->
                        each(
                                state,
                                newest -> new Attempt(tx, target, command, tool, newest).write()));
    }

    /// One write, while nobody else writes to the workspace.
    private final class Attempt {
        private final Tx tx;
        private final Target target;
        private final ToolRequested command;
        private final Tool.WriteFile tool;
        private final WorkspaceState newest;

        Attempt(
                Tx tx,
                Target target,
                ToolRequested command,
                Tool.WriteFile tool,
                WorkspaceState newest) {
            this.tx = tx;
            this.target = target;
            this.command = command;
            this.tool = tool;
            this.newest = newest;
        }

        Uni<Done> write() {
            return place().chain(place ->
                    switch (Write.decide(tool, place, room)) {
                        case Decision.Refuse(var output) -> nothing(output);
                        case Decision.Keep(var output) -> nothing(output);
                        case Decision.Store(var file, var output) ->
                                store(place.newest(), file, output);
                    });
        }

        private Uni<Done> nothing(Output output) {
            return Uni.createFrom().item(Done.looked(output, newest));
        }

        private Uni<Write.Place> place() {
            return file(command.base().version())
                    .chain(base -> file(newest.version()).chain(now -> place(base, now)));
        }

        private Uni<Optional<FileEntry>> file(int version) {
            return workspaces.file(tx, target.tenant(), target.workspace(), version, tool.path());
        }

        private Uni<Write.Place> place(Optional<FileEntry> base, Optional<FileEntry> now) {
            var above = tool.path().foldersAbove();
            return workspaces
                    .hasFolder(tx, target.tenant(), target.workspace(), tool.path())
                    .chain(folder ->
                            workspaces
                                    .fileAmong(tx, target.tenant(), target.workspace(), above)
                                    .map(file ->
                                            new Write.Place(
                                                    base,
                                                    now,
                                                    folder,
                                                    file,
                                                    newest.files(),
                                                    newest.bytes())));
        }

        private Uni<Done> store(Optional<FileEntry> replaced, FileEntry file, Output output) {
            var content = Map.entry(file.hash(), Write.bytes(tool));
            return contents.keep(tx, target.tenant(), List.of(content))
                    .chain(() ->
                            workspaces.write(
                                    tx,
                                    target.workspace(),
                                    newest,
                                    replaced,
                                    file,
                                    command.call(),
                                    clock.instant()))
                    .map(version -> new Done(output, version, Optional.of(file.path())));
        }
    }
}
