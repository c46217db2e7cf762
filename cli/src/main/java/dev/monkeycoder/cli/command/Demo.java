package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.demo.Words;
import dev.monkeycoder.cli.demo.process.ExampleProject;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.mesh.Models;
import dev.monkeycoder.cli.mesh.process.Supervisor;
import dev.monkeycoder.cli.terminal.Ink;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `monkey demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the mesh and lets a team of agents add a discount to a copy of"
                    + " examples/bookshop.",
            "The mesh stays up until Ctrl-C; one that was up before is used and left alone."
        })
final class Demo implements Callable<Exit> {
    private final World world;

    @Option(names = "--exit", description = "Stop the mesh and end when the work is done.")
    private boolean exit;

    @Option(
            names = "--json",
            description = "Print one JSON object on standard output at the end; implies --exit.")
    private boolean json;

    @Option(
            names = "--project-copy",
            paramLabel = "DIR",
            description = "Where the copy goes: a new or empty folder (default: a temporary one).")
    private Optional<Path> projectCopy = Optional.empty();

    Demo(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var mesh = new LocalMesh(world);
        var there = mesh.running();
        var scripted =
                there.map(MeshState::scripted).orElse(!Models.configured(world.environment()));
        tell(scripted);
        var example = ExampleProject.copy(world.home().resolve("examples/bookshop"), projectCopy);
        if (there.isPresent()) {
            var result = new Showing(world, there.get(), json).play(example);
            tell(scripted);
            return result;
        }
        try (var own = new OwnMesh(Supervisor.attached(world.home()), world.farewell())) {
            var state = mesh.start(own.supervisor());
            var result = new Showing(world, state, json).play(example);
            if (!exit && !json) {
                world.out().println("The mesh stays up until Ctrl-C.");
                tell(scripted);
                own.await();
                throw Stop.with(
                        Exit.FAILED,
                        "the mesh ended by itself; `monkey logs supervisor` may say why");
            }
            own.end();
            tell(scripted);
            return result;
        }
    }

    private void tell(boolean scripted) {
        if (scripted) {
            var line = world.screen().paint(Ink.YELLOW, Words.scripted());
            (json ? world.err() : world.out()).println(line);
        }
    }
}
