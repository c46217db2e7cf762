package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.diff.DiffPage;
import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.mesh.Models;
import dev.monkeycoder.cli.project.Application;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.Outcome;
import dev.monkeycoder.cli.run.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The diff of a run that finished: shown, and applied when a person or an option says so.
final class RunResult {
    private final World world;
    private final boolean json;
    private final boolean apply;
    private final List<String> conflicts = new ArrayList<>();

    RunResult(World world, boolean json, boolean apply) {
        this.world = world;
        this.json = json;
        this.apply = apply;
    }

    Exit show(
            Gateway gateway, String run, Outcome outcome, Project project, Project.Upload upload) {
        var bytes = gateway.bytes(Paths.run(run) + "/diff", "text/x-diff");
        var diff = UnifiedDiff.read(bytes);
        world.stage().println();
        Tables.spent(Submission.view(gateway, run), world.stageTerminal())
                .forEach(world.stage()::println);
        world.stage().println();
        print(bytes, diff);
        var exit = outcome.scripted() ? scripted() : apply(diff, project, upload);
        if (json) {
            printJson(gateway, run, bytes, exit == Exit.DONE && written);
        }
        return exit;
    }

    private boolean written;

    private void print(byte[] bytes, UnifiedDiff diff) {
        if (world.screen().interactive()) {
            world.print(DiffPage.lines(bytes, world.screen()));
        } else if (!json) {
            world.out().writeBytes(bytes);
            world.out().flush();
        }
        world.stage().println(diff.isEmpty() ? "the run changed no file" : DiffPage.sum(diff));
    }

    /// Nothing scripted ever passes for an answer to a real task.
    private Exit scripted() {
        world.note(
                "the vendor simulator gave these answers: they are scripted, and nothing is"
                        + " applied. "
                        + Models.advice());
        return Exit.USAGE;
    }

    private Exit apply(UnifiedDiff diff, Project project, Project.Upload upload) {
        if (diff.isEmpty()) {
            return Exit.DONE;
        }
        if (!apply && !agreed()) {
            world.note("nothing was applied");
            return Exit.DONE;
        }
        return switch (project.decide(diff, upload.files())) {
            case Application.Ready ready -> {
                project.write(ready);
                written = true;
                world.note("applied");
                yield Exit.DONE;
            }
            case Application.Conflict(var reasons) -> {
                conflicts.addAll(reasons);
                world.note("nothing was applied, since the project is not what was uploaded:");
                reasons.forEach(reason -> world.note("  " + reason));
                yield Exit.CONFLICT;
            }
        };
    }

    private boolean agreed() {
        if (!world.screen().interactive()) {
            return false;
        }
        world.out().print(world.screen().bold("Apply these changes? [y/N] "));
        world.out().flush();
        try {
            var answer =
                    new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8))
                            .readLine();
            return answer != null
                    && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printJson(Gateway gateway, String run, byte[] diff, boolean applied) {
        var body = JsonNodeFactory.instance.objectNode();
        Json.tree(gateway.get(Paths.run(run))).ifPresent(view -> body.set("run", view));
        body.put("diff", new String(diff, StandardCharsets.UTF_8));
        body.put("applied", applied);
        conflicts.forEach(body.putArray("conflicts")::add);
        world.out().println(body);
    }
}
