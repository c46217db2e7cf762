package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.mesh.Board;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.mesh.Models;
import dev.monkeycoder.cli.mesh.Progress;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import dev.monkeycoder.cli.mesh.process.Supervisor;
import dev.monkeycoder.cli.terminal.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// Brings the local mesh up and shows how far it is.
final class LocalMesh {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\u001b[K";

    private final World world;
    private final MeshFiles files;
    private final PrintStream to;
    private final Terminal terminal;
    private Board board = Board.EMPTY;
    private int drawn;

    LocalMesh(World world) {
        this.world = world;
        this.files = new MeshFiles(world.state());
        this.to = world.stage();
        this.terminal = world.stageTerminal();
    }

    /// The mesh that is up. One that somebody else is starting is waited for.
    Optional<MeshState> running() {
        var mesh = files.running();
        if (mesh.isPresent() && !mesh.get().usable()) {
            to.println("a mesh is coming up already; waiting for it");
        }
        while (mesh.isPresent() && !mesh.get().usable()) {
            pause();
            mesh = files.running();
        }
        return mesh;
    }

    /// The mesh for a task that is no demonstration: up, and with a model that really answers.
    ///
    /// @throws Stop when only the simulator would
    MeshState forRealWork(Optional<String> model) {
        var up = running();
        if (up.isEmpty()) {
            Models.missing(world.environment(), model)
                    .ifPresent(text -> {
                        throw Stop.with(Exit.USAGE, text);
                    });
            to.println("no mesh is up: starting one (it stays up; `monkey down` stops it)");
            return start(Supervisor.detached(world.home()));
        }
        if (up.get().scripted()) {
            throw Stop.with(
                    Exit.USAGE,
                    "the mesh that is up was started without a model: its simulator can only play"
                            + " scripts. "
                            + Models.advice()
                            + " Then `monkey down`, and run this again.");
        }
        return up.get();
    }

    /// Waits until the mesh can be used.
    ///
    /// @throws Stop with what went wrong and where to read on
    MeshState start(Supervisor supervisor) {
        while (!board.ready()) {
            supervisor.lines().forEach(this::take);
            redraw();
            var failure = board.failure();
            if (failure.isPresent()) {
                throw failed(failure.get());
            }
            if (!supervisor.alive() && !board.ready()) {
                supervisor.lines().forEach(this::take);
                throw failed(board.failure().orElse("the supervisor ended"));
            }
            pause();
        }
        redraw();
        return files.running().orElseThrow(() -> failed("the supervisor left no state"));
    }

    private Stop failed(String reason) {
        return Stop.with(
                Exit.UNREACHABLE,
                "the mesh did not start: "
                        + reason
                        + "\nlogs: "
                        + world.state().resolve("logs")
                        + " (`monkey logs PART`)");
    }

    private void take(String line) {
        Progress.of(line)
                .ifPresent(progress -> {
                    board = board.after(progress, world.clock().instant());
                    if (!moves() && progress instanceof Progress.Part part && Board.tells(part)) {
                        to.println(Board.line(part, terminal));
                    }
                });
    }

    private boolean moves() {
        return terminal.interactive() && terminal.colour();
    }

    /// Writes the lines anew over the old ones.
    private void redraw() {
        if (!moves()) {
            return;
        }
        var text = new StringBuilder(drawn > 0 ? UP.formatted(drawn) : "");
        var lines = board.lines(terminal, world.clock().instant());
        lines.forEach(line -> text.append('\r').append(line).append(CLEAR).append('\n'));
        drawn = lines.size();
        to.print(text);
        to.flush();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }
}
