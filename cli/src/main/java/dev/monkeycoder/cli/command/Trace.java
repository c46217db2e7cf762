package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.spans.SpanPage;
import dev.monkeycoder.cli.spans.client.Collector;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey trace RUN`.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Shows the spans of a run as a tree.")
final class Trace implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Parameters(paramLabel = "RUN")
    private String run = "";

    @Option(
            names = "--collector",
            paramLabel = "URL",
            description = "Where the spans are (default: the collector of the local mesh).")
    private Optional<String> collector = Optional.empty();

    @Option(
            names = "--all",
            description = "Also each statement to a database and each way of a message.")
    private boolean all;

    Trace(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var access = new Access(world);
        var trace =
                Submission.view(access.gateway(), run)
                        .traceId()
                        .orElseThrow(
                                () -> Stop.with(Exit.REFUSED, "run " + run + " has no trace yet"));
        var address =
                collector
                        .or(() -> access.files().running().flatMap(mesh -> mesh.collector()))
                        .orElseThrow(() ->
                                Stop.with(
                                        Exit.USAGE,
                                        "which collector? --collector URL names it; the trace is "
                                                + trace));
        var spans = new Collector(Access.http(), address);
        if (json.json) {
            world.out().println(spans.text(trace));
        } else {
            world.print(SpanPage.lines(spans.spans(trace), all, world.screen()));
        }
        return Exit.DONE;
    }
}
