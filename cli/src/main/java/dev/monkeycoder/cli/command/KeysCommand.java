package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.gateway.Keys;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.terminal.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `monkey keys list`, `create` and `revoke`.
@Command(name = "keys", mixinStandardHelpOptions = true, description = "API keys of your tenant.")
final class KeysCommand {
    private final World world;

    KeysCommand(World world) {
        this.world = world;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All keys, also the revoked ones; never the keys themselves.")
    Exit list(@Mixin JsonOption json) {
        var answer = new Access(world).gateway().get(Paths.KEYS);
        if (json.json) {
            world.out().println(answer);
        } else {
            world.print(Json.read(answer, Keys.class).lines(world.screen()));
        }
        return Exit.DONE;
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a key. It is shown this once: standard output holds nothing else.")
    Exit create(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--scopes",
                            split = ",",
                            required = true,
                            paramLabel = "SCOPE",
                            description =
                                    "runs:read, runs:write, workspaces:read, workspaces:write,"
                                        + " keys:read, keys:write, usage:read, or runs:* and the"
                                        + " like; * for all.")
                    List<String> scopes,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "How long it is good; for ever when absent.")
                    Optional<Integer> days,
            @Mixin JsonOption json) {
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        scopes.forEach(body.putArray("scopes")::add);
        days.ifPresent(is -> body.put("expires_in_seconds", Duration.ofDays(is).toSeconds()));
        var answer = new Access(world).gateway().post(Paths.KEYS, body.toString(), Map.of());
        if (json.json) {
            world.out().println(answer);
            return Exit.DONE;
        }
        var key = Json.read(answer, Keys.Key.class);
        world.note("key " + key.id() + " \"" + Plain.line(name) + "\", shown this once:");
        world.out().println(key.key().orElse(""));
        return Exit.DONE;
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Makes a key useless, at once and for ever.")
    Exit revoke(@Parameters(paramLabel = "ID") String id, @Mixin JsonOption json) {
        new Access(world).gateway().delete(Paths.key(id));
        world.out()
                .println(
                        json.json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("id", id)
                                        .put("revoked", true)
                                : "key " + id + " is revoked");
        return Exit.DONE;
    }
}
