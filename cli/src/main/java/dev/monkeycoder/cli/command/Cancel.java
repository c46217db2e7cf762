package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `monkey cancel RUN`.
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Cancels a run. What it did until then stays readable.")
final class Cancel implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RUN")
    private String run = "";

    Cancel(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var answer = new Access(world).gateway().post(Paths.run(run) + "/cancel", "{}", Map.of());
        world.out()
                .println(
                        json.json && !answer.isBlank()
                                ? answer
                                : "run " + run + " is being cancelled");
        return Exit.DONE;
    }
}
