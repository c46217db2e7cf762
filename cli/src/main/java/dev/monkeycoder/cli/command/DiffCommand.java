package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.diff.DiffPage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `monkey diff RUN`.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Shows what a run changed. Without a terminal it is as `git apply` takes it.")
final class DiffCommand implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RUN")
    private String run = "";

    DiffCommand(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var diff = new Access(world).gateway().bytes(Paths.run(run) + "/diff", "text/x-diff");
        if (json.json) {
            world.out()
                    .println(
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("run", run)
                                    .put("diff", new String(diff, StandardCharsets.UTF_8)));
        } else if (world.screen().colour()) {
            world.print(DiffPage.lines(diff, world.screen()));
        } else {
            world.out().writeBytes(diff);
            world.out().flush();
        }
        return Exit.DONE;
    }
}
