package dev.monkeycoder.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.Credential;
import dev.monkeycoder.cli.login.DeviceCode;
import dev.monkeycoder.cli.login.client.IdentityProvider;
import dev.monkeycoder.cli.terminal.Plain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `monkey login`: as a person, in a browser; or with an API key.
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = {
            "Logs in to the gateway (MONKEY_URL, or the local mesh) in a browser on any device.",
            "The token is kept in ~/.config/monkey/credentials.json, readable by you only."
        })
final class Login implements Callable<Exit> {
    private final World world;

    @Mixin private final JsonOption json = new JsonOption();

    @Option(
            names = "--key",
            description =
                    "Keep an API key instead. It is read from standard input, so that it stands in"
                            + " no history.")
    private boolean key;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The Keycloak realm (default: that of the local mesh).")
    private Optional<String> issuer = Optional.empty();

    Login(World world) {
        this.world = world;
    }

    @Override
    public Exit call() {
        var access = new Access(world);
        var address = access.address();
        var credential = key ? readKey() : loggedIn(access);
        access.credentials().keep(address, credential);
        var file = access.credentials().path();
        if (json.json) {
            world.out()
                    .println(
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("gateway", address.toString())
                                    .put("file", file.toString()));
        } else {
            world.out().println("kept for " + address + " in " + file);
        }
        return Exit.DONE;
    }

    private Credential readKey() {
        world.err().print("API key: ");
        world.err().flush();
        try {
            var line =
                    new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8))
                            .readLine();
            if (line == null || line.isBlank()) {
                throw Stop.with(Exit.USAGE, "no key came on standard input");
            }
            return new Credential.ApiKey(line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Credential loggedIn(Access access) {
        var realm = issuer.or(() -> access.files().running().flatMap(mesh -> mesh.issuer()));
        var provider = new IdentityProvider(Access.http(), world.clock());
        var endpoints =
                provider.discover(
                        realm.orElseThrow(() ->
                                Stop.with(
                                        Exit.USAGE,
                                        "which identity provider? --issuer URL names its realm")));
        var code = provider.start(endpoints);
        world.note(invitation(code));
        return provider.await(endpoints, code);
    }

    private static String invitation(DeviceCode code) {
        return "Open "
                + Plain.line(code.direct().orElse(code.page()))
                + "\nand check that it shows the code "
                + Plain.line(code.userCode())
                + ". Waiting …";
    }
}
