package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.run.Outcome;
import dev.monkeycoder.cli.run.RunOrder;
import dev.monkeycoder.cli.terminal.Amounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey run`: a task on a project of the user's.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Does a task on a project, shows the diff, and applies it when told.")
final class RunCommand implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "TASK", description = "What is to be done, in your words.")
    private String task = "";

    @Option(
            names = "--project",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project (default: this folder).")
    private Path project = Path.of(".");

    @Option(names = "--apply", description = "Apply the diff without asking.")
    private boolean apply;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "vendor/model or a model's name.")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--agents",
            split = ",",
            paramLabel = "NAME",
            description = "Who takes part, in order.")
    private List<String> agents = List.of();

    @Option(names = "--pattern", paramLabel = "PATTERN", description = "sequential or handoff.")
    private Optional<String> pattern = Optional.empty();

    RunCommand(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        if (task.isBlank()) {
            throw Stop.with(Exit.USAGE, "the task is empty");
        }
        var work = new Project(project);
        var gateway = gateway();
        var upload = work.upload(gateway);
        announce(upload);
        var run =
                Submission.send(
                        gateway,
                        new RunOrder(
                                task, Optional.of(upload.workspace()), agents, pattern, model));
        var outcome = watch(gateway, run);
        if (!outcome.finished()) {
            return failed(gateway, run);
        }
        var result = new RunResult(world, json.json, apply);
        return result.show(gateway, run, outcome, work, upload);
    }

    private Gateway gateway() {
        var access = new Access(world);
        if (access.named().isEmpty()) {
            new LocalMesh(world).forRealWork(model);
        }
        return access.gateway();
    }

    private void announce(Project.Upload upload) {
        world.stage()
                .println(
                        "uploaded "
                                + upload.count()
                                + (upload.count() == 1 ? " file, " : " files, ")
                                + Amounts.size(upload.bytes()));
        upload.skipped().forEach(line -> world.stage().println("  not taken: " + line));
    }

    private Outcome watch(Gateway gateway, String run) {
        try (var _ = new CancelOnExit(gateway, run, world.farewell())) {
            return new Watch(gateway, world.stage(), world.stageTerminal()).told(run);
        }
    }

    private Exit failed(Gateway gateway, String run) {
        if (json.json) {
            world.out().println(gateway.get(Paths.run(run)));
        }
        world.note(
                "nothing was applied; `monkey timeline "
                        + run
                        + "` and `monkey diff "
                        + run
                        + "` show what was done");
        return Exit.FAILED;
    }
}
