package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `monkey logout`.
@Command(
        name = "logout",
        mixinStandardHelpOptions = true,
        description = "Forgets the credential that `login` kept for this gateway.")
final class Logout implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    Logout(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var access = new Access(world);
        var address = access.address();
        var had = access.credentials().forget(address);
        world.out()
                .println(
                        json.json
                                ? JsonNodeFactory.instance
                                        .objectNode()
                                        .put("gateway", address.toString())
                                        .put("forgotten", had)
                                : (had ? "forgotten: " : "there was none for ") + address);
        return Exit.DONE;
    }
}
