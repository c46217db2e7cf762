package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.Address;
import dev.monkeycoder.cli.gateway.Credential;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.login.client.IdentityProvider;
import dev.monkeycoder.cli.login.store.CredentialFile;
import dev.monkeycoder.cli.mesh.MeshState;
import dev.monkeycoder.cli.mesh.process.MeshFiles;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Which gateway is spoken to, and by which credential.
///
/// The gateway is `MONKEY_URL`, else that of the local mesh. The credential is `MONKEY_KEY`, else
/// what `login` kept for this gateway, else the local mesh's key, which no other gateway ever gets.
final class Access {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final World world;
    private final MeshFiles files;

    Access(World world) {
        this.world = world;
        this.files = new MeshFiles(world.state());
    }

    static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    MeshFiles files() {
        return files;
    }

    /// The gateway that the environment names; empty when it is the local mesh's.
    Optional<Address> named() {
        return variable("MONKEY_URL").map(Address::of);
    }

    Address address() {
        return named().or(() -> files.running().map(mesh -> Address.of(mesh.gateway())))
                .orElseThrow(() ->
                        Stop.with(
                                Exit.UNREACHABLE,
                                "no mesh is up: `monkey up` starts one, or MONKEY_URL names"
                                        + " the gateway of another"));
    }

    Gateway gateway() {
        var address = address();
        var http = http();
        if (address.exposed()) {
            world.note("warning: the credential travels unencrypted to " + address);
        }
        var kept = credential(address);
        return new Gateway(http, address, () -> fresh(http, address, kept));
    }

    /// The local mesh's, whatever the environment and `login` say.
    Gateway local(MeshState mesh) {
        var key = localKey();
        return new Gateway(http(), Address.of(mesh.gateway()), () -> key);
    }

    private Credential credential(Address address) {
        return variable("MONKEY_KEY")
                .<Credential>map(Credential.ApiKey::new)
                .or(() -> credentials().of(address))
                .orElseGet(() -> ownKey(address));
    }

    private Credential ownKey(Address address) {
        if (files.running()
                .map(mesh -> Address.of(mesh.gateway()))
                .filter(address::equals)
                .isPresent()) {
            return localKey();
        }
        throw Stop.with(
                Exit.USAGE,
                "no credential for "
                        + address
                        + ": set MONKEY_KEY, or `monkey login` (with --key for an API key)");
    }

    private Credential localKey() {
        return files.key()
                .map(Credential.ApiKey::new)
                .orElseThrow(() ->
                        Stop.with(
                                Exit.UNREACHABLE,
                                "the local mesh has no key in "
                                        + world.state().resolve("key")
                                        + "; `monkey down`, then `monkey up` makes one"));
    }

    private Credential fresh(HttpClient http, Address address, Credential kept) {
        if (!(kept instanceof Credential.Login login)
                || world.clock().instant().plus(EARLY).isBefore(login.expiresAt())) {
            return kept;
        }
        var newest = credentials().of(address).filter(is -> !is.equals(kept));
        if (newest.isPresent()
                && newest.get() instanceof Credential.Login other
                && world.clock().instant().plus(EARLY).isBefore(other.expiresAt())) {
            return other;
        }
        var refreshed =
                new IdentityProvider(http, world.clock())
                        .refresh(login)
                        .orElseThrow(() ->
                                Stop.with(
                                        Exit.REFUSED,
                                        "the login for "
                                                + address
                                                + " has ended; `monkey login` again"));
        credentials().keep(address, refreshed);
        return refreshed;
    }

    /// One file a person, for all gateways.
    CredentialFile credentials() {
        var folder =
                variable("XDG_CONFIG_HOME")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(variable("HOME").orElse("."), ".config"));
        return new CredentialFile(folder.resolve("monkey").resolve("credentials.json"));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(world.environment().get(name)).filter(text -> !text.isBlank());
    }
}
