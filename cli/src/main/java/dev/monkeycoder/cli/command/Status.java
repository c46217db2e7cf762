package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.demo.Words;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.mesh.process.Health;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `monkey status`.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Looks at each part of the local mesh.")
final class Status implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    Status(World world) {
        this.world = world;
    }

    private record Seen(MeshState.Part part, Health.State health) {
        /// What does not answer yet may still be on its way: the supervisor knows.
        String word() {
            var coming = !part.state().equals("ready") && !part.state().isEmpty();
            return health == Health.State.DOWN && coming ? part.state() : health.word();
        }
    }

    @Override
    public Exit call() {
        var mesh = new MeshFiles(world.state()).running();
        if (mesh.isEmpty()) {
            world.out()
                    .println(
                            json.json ? "{\"up\":false}" : "no mesh is up; `monkey up` starts one");
            return Exit.UNREACHABLE;
        }
        var health = new Health(Access.http());
        var seen =
                mesh.get().parts().stream().map(part -> new Seen(part, health.of(part))).toList();
        if (json.json) {
            printJson(mesh.get(), seen);
        } else {
            print(mesh.get(), seen);
        }
        return seen.stream().allMatch(is -> is.health() == Health.State.READY)
                ? Exit.DONE
                : Exit.FAILED;
    }

    private void print(MeshState mesh, List<Seen> seen) {
        var rows =
                seen.stream()
                        .map(is ->
                                List.of(
                                        is.part().name(),
                                        is.word(),
                                        Integer.toString(is.part().port()),
                                        is.part().pid().map(String::valueOf).orElse("")))
                        .toList();
        world.print(
                new Table(List.of("part", "state", ">port", ">pid"), rows).lines(world.screen()));
        world.out().println();
        world.print(Urls.of(mesh));
        if (mesh.scripted()) {
            world.out().println(world.screen().paint(Ink.YELLOW, Words.scripted()));
        }
    }

    private void printJson(MeshState mesh, List<Seen> seen) {
        var body = JsonNodeFactory.instance.objectNode().put("up", true).put("pid", mesh.pid());
        body.put("gateway", mesh.gateway()).put("scripted", mesh.scripted());
        var parts = body.putArray("parts");
        seen.forEach(is ->
                parts.addObject()
                        .put("name", is.part().name())
                        .put("state", is.word())
                        .put("port", is.part().port())
                        .put("pid", is.part().pid().orElse(0L)));
        world.out().println(body);
    }
}
