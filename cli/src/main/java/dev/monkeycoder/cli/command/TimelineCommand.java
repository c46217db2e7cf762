package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.Timeline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey timeline RUN`.
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "Shows what happened in a run, in order.")
final class TimelineCommand implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RUN")
    private String run = "";

    @Option(names = "--handoffs", description = "Only who gave the work to whom.")
    private boolean handoffs;

    TimelineCommand(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var answer = new Access(world).gateway().get(Paths.run(run) + "/timeline");
        if (json.json) {
            world.out().println(answer);
            return Exit.DONE;
        }
        var timeline = Json.read(answer, Timeline.class);
        world.print(handoffs ? timeline.handoffs(world.screen()) : timeline.lines(world.screen()));
        return Exit.DONE;
    }
}
