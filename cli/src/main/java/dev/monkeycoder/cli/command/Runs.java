package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.RunView;
import dev.monkeycoder.cli.run.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey runs list` and `monkey runs show RUN`.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Runs: a list, or one with all that is known of it.")
final class Runs {
    private final World world;

    Runs(World world) {
        this.world = world;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The newest runs first.")
    Exit list(
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N") int limit,
            @Mixin JsonOption json) {
        var answer = new Access(world).gateway().get(Paths.RUNS + "?limit=" + limit);
        if (json.json) {
            world.out().println(answer);
            return Exit.DONE;
        }
        var tree =
                Json.tree(answer)
                        .orElseThrow(
                                () -> Stop.with(Exit.REFUSED, "the gateway's answer is no JSON"));
        var runs =
                tree.path("runs")
                        .valueStream()
                        .map(run -> Json.read(run.toString(), RunView.class))
                        .toList();
        world.print(Tables.runs(runs, world.screen()));
        return Exit.DONE;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One run: its state, its answer, what each agent used.")
    Exit show(@Parameters(paramLabel = "RUN") String run, @Mixin JsonOption json) {
        var answer = new Access(world).gateway().get(Paths.run(run));
        if (json.json) {
            world.out().println(answer);
        } else {
            world.print(Tables.run(Json.read(answer, RunView.class), world.screen()));
        }
        return Exit.DONE;
    }
}
