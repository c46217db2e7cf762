package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Keycloak as a process, with the realm of people. It is built for our options once, which takes
/// half a minute; its data is in a database of PostgreSQL.
///
/// @param log standard output and error
/// @param port on the loopback address
/// @param environment more than its own, such as what the realm file refers to
public record KeycloakServer(
        Checkout checkout, Path log, int port, Login login, Map<String, String> environment)
        implements Launch {
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    /// What it logs in with, and the first administrator of its own.
    ///
    /// @param databasePassword of the role `keycloak`, which owns the database `keycloak`
    public record Login(int databasePort, String databasePassword, String adminPassword) {}

    @Override
    public Child spawn() {
        Path home = home();
        build(home);
        List<String> command = new ArrayList<>(java(home));
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
        command.addAll(List.of("--http-port=" + port, "--hostname-strict=false"));
        command.addAll(List.of("--cache=local", "--log-level=INFO"));
        return Child.start(Program.of("keycloak", command, log).with(variables()));
    }

    @Override
    public void settle(Child child) {
        URI realm = URI.create("http://127.0.0.1:" + port + "/realms/monkey");
        try (HttpClient client = HttpClient.newHttpClient()) {
            Readiness.await(child, START, Readiness.http(client, realm));
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(
                "KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + login.databasePort() + "/keycloak");
        variables.put("KC_DB_USERNAME", "keycloak");
        variables.put("KC_DB_PASSWORD", login.databasePassword());
        variables.put("KC_DB_SCHEMA", "public");
        variables.put("KC_DB_POOL_MAX_SIZE", "10");
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", login.adminPassword());
        return variables;
    }

    /// Once for a distribution and these options; several meshes may ask at once.
    private void build(Path home) {
        Path built = home.resolve(".built");
        String options = String.join(" ", BUILD_OPTIONS);
        try (FileChannel lock =
                        FileChannel.open(
                                home.resolve(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    checkout.realm(),
                    imports.resolve("monkey-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(built) && Files.readString(built).equals(options)) {
                return;
            }
            List<String> command = new ArrayList<>(java(home));
            command.add("build");
            command.addAll(BUILD_OPTIONS);
            Child.run(Program.of("keycloak build", command, log), BUILD);
            Files.writeString(built, options);
        } catch (IOException e) {
            throw new UncheckedIOException("keycloak: " + home + " is not writable", e);
        }
    }

    /// As `kc.sh` has it, without a shell between us and the process.
    private static List<String> java(Path home) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(Jvm.java(), "-Xms64m", "-Xmx384m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError"));
        for (String open : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + open + "=ALL-UNNAMED");
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }

    private Path home() {
        try (Stream<Path> homes = Files.list(checkout.keycloak())) {
            return homes.filter(home -> Files.exists(home.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    checkout.keycloak()
                                            + ": no distribution (expected: module"
                                            + " local-mesh is built)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
