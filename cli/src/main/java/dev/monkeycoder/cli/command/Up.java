package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.demo.Words;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import dev.monkeycoder.cli.mesh.process.Supervisor;
import dev.monkeycoder.cli.terminal.Amounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `monkey up`.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the local mesh; it stays up until `monkey down`.")
final class Up implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    Up(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var began = world.clock().instant();
        var mesh = new LocalMesh(world);
        var files = new MeshFiles(world.state());
        var there = mesh.running();
        var state = there.orElseGet(() -> mesh.start(Supervisor.detached(world.home())));
        if (json.json) {
            world.out().println(text(files));
            return Exit.DONE;
        }
        world.out()
                .println(
                        there.isPresent()
                                ? "the mesh is up already"
                                : "the mesh is up, after "
                                        + Amounts.time(
                                                Duration.between(began, world.clock().instant())));
        show(state, files);
        return Exit.DONE;
    }

    private void show(MeshState state, MeshFiles files) {
        world.print(Urls.of(state));
        world.out().println();
        world.out().println("Try it:");
        world.print(Urls.curl(state, files.keyFile()));
        if (state.scripted()) {
            world.out().println();
            world.out().println(Words.scripted());
        }
    }

    private static String text(MeshFiles files) {
        try {
            return Files.readString(files.stateFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
