package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.mesh.process.LogTail;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey logs PART`.
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints what a part of the local mesh wrote.")
final class Logs implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(
            paramLabel = "SERVICE",
            description = "Such as gateway, orchestrator, kafka, supervisor.")
    private String part = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "200",
            description = "How many of the last lines (default: 200).")
    private int lines;

    Logs(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var files = new MeshFiles(world.state());
        if (!files.logs().contains(part)) {
            throw Stop.with(
                    Exit.USAGE,
                    "logs: "
                            + part
                            + " (expected: one of "
                            + String.join(", ", files.logs())
                            + ")");
        }
        var tail = new LogTail(files.log(part));
        tail.last(lines).forEach(this::print);
        if (follow) {
            tail.follow(this::print);
        }
        return Exit.DONE;
    }

    private void print(String line) {
        world.out()
                .println(
                        json.json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("part", part)
                                        .put("line", line)
                                        .toString()
                                : line);
        world.out().flush();
    }
}
