package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.Outcome;
import dev.monkeycoder.cli.sse.SseEvent;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey events RUN`.
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = {
            "Follows a run until it ends; a lost connection is opened again where it was.",
            "With --json each line is one event: its id, type and data."
        })
final class Events implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RUN")
    private String run = "";

    @Option(names = "--after", paramLabel = "ID", description = "Go on after the event of this id.")
    private Optional<String> after = Optional.empty();

    Events(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var gateway = new Access(world).gateway();
        var watch = new Watch(gateway, json.json ? world.err() : world.out(), world.screen());
        var outcome =
                json.json
                        ? watch.follow(run, after, (event, _) -> print(event))
                        : watch.told(run, after);
        return finished(gateway, outcome) ? Exit.DONE : Exit.FAILED;
    }

    /// Who goes on after the last event gets none: the run itself says then how it ended.
    private boolean finished(Gateway gateway, Outcome outcome) {
        return outcome.end().isPresent()
                ? outcome.finished()
                : Submission.view(gateway, run).status().equals("finished");
    }

    private void print(SseEvent event) {
        var line = JsonNodeFactory.instance.objectNode();
        event.id().ifPresent(id -> line.put("id", id));
        line.put("event", event.type());
        Json.tree(event.data())
                .ifPresentOrElse(
                        data -> line.set("data", data), () -> line.put("data", event.data()));
        world.out().println(line);
        world.out().flush();
    }
}
