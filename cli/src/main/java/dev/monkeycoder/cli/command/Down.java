package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import dev.monkeycoder.cli.mesh.process.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `monkey down`.
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the local mesh. What it stored stays.")
final class Down implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    Down(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var mesh = new MeshFiles(world.state()).running();
        if (mesh.isEmpty()) {
            say(false, "no mesh is up");
            return Exit.DONE;
        }
        var pid = mesh.get().pid();
        if (!Supervisor.stop(pid)) {
            throw Stop.with(
                    Exit.FAILED, "the mesh is still stopping after a minute (process " + pid + ")");
        }
        say(true, "the mesh is down");
        return Exit.DONE;
    }

    private void say(boolean stopped, String text) {
        world.out()
                .println(
                        json.json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("stopped", stopped)
                                        .toString()
                                : text);
    }
}
