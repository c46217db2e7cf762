package dev.monkeycoder.context.call.store;

import dev.monkeycoder.context.tool.Output;
import dev.monkeycoder.context.tool.Tool;
import dev.monkeycoder.context.tool.ToolReader;
import dev.monkeycoder.context.tool.ToolReader.Reading;
import dev.monkeycoder.context.tool.trace.ToolSpans;
import dev.monkeycoder.context.workspace.WorkspacePath;
import dev.monkeycoder.context.workspace.WorkspaceState;
import dev.monkeycoder.context.workspace.store.Workspaces;
import dev.monkeycoder.events.CallResult.ToolCompleted;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.store.Tx;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/// Uses tools. What a tool does and what is answered are one transaction, which fails when the
/// attempt has lost its lease: whoever takes over finds nothing done, or all of it.
@ApplicationScoped
class ToolExecution {
    private final Transactions transactions;
    private final WorkQueue queue;
    private final Workspaces workspaces;
    private final Looking looking;
    private final Writing writing;
    private final ToolSpans spans;

    ToolExecution(
            Transactions transactions,
            WorkQueue queue,
            Workspaces workspaces,
            Looking looking,
            Writing writing,
            ToolSpans spans) {
        this.transactions = transactions;
        this.queue = queue;
        this.workspaces = workspaces;
        this.looking = looking;
        this.writing = writing;
        this.spans = spans;
    }

    /// What a tool came to.
    ///
    /// @param version the one that was looked at or made
    /// @param changed the path that was written
    record Done(Output output, int version, Optional<WorkspacePath> changed) {
        static Done looked(Output output, WorkspaceState state) {
            return new Done(output, state.version(), Optional.empty());
        }
    }

    Uni<Void> execute(Claim claim, ToolRequested command) {
        return spans.around(claim.origin(), command.use(), () -> use(claim, command))
                .replaceWithVoid();
    }

    private Uni<Output> use(Claim claim, ToolRequested command) {
        return switch (ToolReader.read(command.use())) {
            case Reading.Refused(var sentence) ->
                    look(
                            claim,
                            command,
                            (_, state) ->
                                    Uni.createFrom()
                                            .item(Done.looked(Output.error(sentence), state)));
            case Reading.Understood(var tool) -> use(claim, command, tool);
        };
    }

    private Uni<Output> use(Claim claim, ToolRequested command, Tool tool) {
        var target = new Target(claim.origin().tenant(), command.base().workspace());
        return switch (tool) {
            case Tool.ListFiles list ->
                    look(claim, command, (tx, state) -> looking.list(tx, target, state, list));
            case Tool.ReadFile read ->
                    look(claim, command, (tx, state) -> looking.read(tx, target, state, read));
            case Tool.SearchFiles search ->
                    looking.search(target, search)
                            .chain(done ->
                                    transactions.run(tx -> complete(tx, claim, command, done)));
            case Tool.WriteFile write ->
                    transactions.run(tx ->
                            writing.write(tx, target, command, write)
                                    .chain(done -> complete(tx, claim, command, done)));
        };
    }

    private interface Look {
        Uni<Done> at(Tx tx, WorkspaceState state);
    }

    private Uni<Output> look(Claim claim, ToolRequested command, Look look) {
        return transactions.run(tx ->
                workspaces
                        .state(tx, claim.origin().tenant(), command.base().workspace())
                        .chain(state -> each(state, it -> look.at(tx, it)))
                        .chain(done -> complete(tx, claim, command, done)));
    }

    /// What `next` makes of a value that is there.
    static <T, R> Uni<Optional<R>> each(Optional<T> value, Function<T, Uni<R>> next) {
        return value.map(next)
                .map(uni -> uni.map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /// @param done empty when the tenant has no such workspace
    private Uni<Output> complete(Tx tx, Claim claim, ToolRequested command, Optional<Done> done) {
        if (done.isEmpty()) {
            var detail =
                    "The workspace "
                            + command.base().workspace()
                            + " does not exist, or not for this tenant.";
            return queue.complete(
                            tx, claim, CallWorker.failed(command.call(), Kind.INVALID, detail))
                    .replaceWith(Output.error(detail));
        }
        var came = done.get();
        var answer =
                new ToolCompleted(
                        command.call(),
                        came.output().text(),
                        came.output().error(),
                        new WorkspaceVersion(command.base().workspace(), came.version()),
                        came.changed().map(WorkspacePath::value));
        return queue.complete(tx, claim, answer).replaceWith(came.output());
    }
}
