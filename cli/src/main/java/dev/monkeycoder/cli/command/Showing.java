package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.demo.Words;
import dev.monkeycoder.cli.demo.process.ExampleProject;
import dev.monkeycoder.cli.demo.process.ExampleProject.Tested;
import dev.monkeycoder.cli.diff.DiffPage;
import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.project.Application;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.RunOrder;
import dev.monkeycoder.cli.run.Tables;
import dev.monkeycoder.cli.run.Timeline;
import dev.monkeycoder.cli.spans.SpanPage;
import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The demo's act: the team works on the copy of the example, and the result is shown and proved.
final class Showing {
    private final World world;
    private final MeshState mesh;
    private final boolean json;
    private final PrintStream to;
    private final Terminal terminal;
    private final Gateway gateway;

    Showing(World world, MeshState mesh, boolean json) {
        this.world = world;
        this.mesh = mesh;
        this.json = json;
        this.to = json ? world.err() : world.out();
        this.terminal = json ? world.notes() : world.screen();
        this.gateway = new Access(world).local(mesh);
    }

    Exit play(ExampleProject example) {
        title("The task");
        to.println("\"" + Words.TASK + "\", on a copy of examples/bookshop in " + example.folder());
        var project = new Project(example.folder());
        var upload = project.upload(gateway);
        to.println("uploaded " + upload.count() + " files, " + Amounts.size(upload.bytes()));
        // the tests of the untouched copy run while the team works
        var before = CompletableFuture.supplyAsync(example::test);
        var run =
                Submission.send(
                        gateway,
                        new RunOrder(
                                Words.TASK,
                                Optional.of(upload.workspace()),
                                Words.TEAM,
                                Optional.of(Words.PATTERN),
                                Optional.empty()));
        var finished = watched(run);
        var proof = finished ? prove(run, project, upload, example, before.join()) : Proof.NONE;
        report(run);
        if (json) {
            printJson(run, proof);
        }
        return finished && proof.good() ? Exit.DONE : Exit.FAILED;
    }

    /// What the example's own tests say before and after.
    private record Proof(Optional<Tested> before, Optional<Tested> after, String diff) {
        static final Proof NONE = new Proof(Optional.empty(), Optional.empty(), "");

        boolean good() {
            return before.filter(Tested::passed).isPresent()
                    && after.filter(Tested::passed).isPresent();
        }
    }

    private boolean watched(String run) {
        title("The team at work");
        try (var _ = new CancelOnExit(gateway, run, world.farewell())) {
            return new Watch(gateway, to, terminal).told(run).finished();
        }
    }

    private Proof prove(
            String run,
            Project project,
            Project.Upload upload,
            ExampleProject example,
            Tested before) {
        title("What they changed");
        var bytes = gateway.bytes(Paths.run(run) + "/diff", "text/x-diff");
        var diff = UnifiedDiff.read(bytes);
        DiffPage.lines(bytes, terminal).forEach(to::println);
        to.println(DiffPage.sum(diff));
        title("Does it work?");
        var text = new String(bytes, StandardCharsets.UTF_8);
        return switch (project.decide(diff, upload.files())) {
            case Application.Conflict(var reasons) -> {
                reasons.forEach(to::println);
                yield new Proof(Optional.of(before), Optional.empty(), text);
            }
            case Application.Ready ready -> {
                project.write(ready);
                var after = example.test();
                verdict("before", before);
                verdict("after", after);
                yield new Proof(Optional.of(before), Optional.of(after), text);
            }
        };
    }

    private void verdict(String when, Tested tested) {
        var mark = tested.passed() ? terminal.paint(Ink.GREEN, "✔") : terminal.paint(Ink.RED, "✘");
        to.println(mark + " mvn test " + when + ": " + tested.count());
        if (!tested.passed()) {
            to.println(tested.output().strip());
        }
    }

    private void report(String run) {
        title("Who gave the work to whom");
        Json.read(gateway.get(Paths.run(run) + "/timeline"), Timeline.class)
                .handoffs(terminal)
                .forEach(to::println);
        title("What it used");
        var view = Submission.view(gateway, run);
        Tables.spent(view, terminal).forEach(to::println);
        title("One trace");
        view.traceId().ifPresent(trace -> mesh.collector().ifPresent(from -> spans(from, trace)));
        title("Look around");
        Urls.of(mesh).forEach(to::println);
        List.of("timeline", "diff", "trace")
                .forEach(word -> to.println("  ./monkey " + word + " " + run));
        to.println();
    }

    private void spans(String collector, String trace) {
        var spans = new Collected(collector).whole(trace, Duration.ofSeconds(8));
        SpanPage.lines(spans, false, terminal).forEach(to::println);
    }

    private void printJson(String run, Proof proof) {
        var body = JsonNodeFactory.instance.objectNode();
        Json.tree(gateway.get(Paths.run(run))).ifPresent(view -> body.set("run", view));
        body.put("diff", proof.diff());
        proof.before().ifPresent(is -> body.put("tests_before", is.count().tests()));
        proof.after().ifPresent(is -> body.put("tests_after", is.count().tests()));
        body.put("passed", proof.good());
        world.out().println(body);
    }

    private void title(String text) {
        to.println();
        to.println(terminal.bold("── " + text + " " + "─".repeat(Math.max(2, 60 - text.length()))));
    }
}
