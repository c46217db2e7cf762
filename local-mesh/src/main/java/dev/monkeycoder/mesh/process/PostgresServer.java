package dev.monkeycoder.mesh.process;

import com.sun.security.auth.module.UnixSystem;
import dev.monkeycoder.mesh.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A PostgreSQL server as a process. PostgreSQL refuses to run as root: for root it runs in a user
/// namespace of its own.
///
/// @param state data in `postgres` below it, the log in `logs/postgres.log`
/// @param port on the loopback address
/// @param password of the user `postgres`; the first start sets it
/// @param durable false only where the data is thrown away afterwards: commits are not flushed
public record PostgresServer(
        Checkout checkout, Path state, int port, String password, boolean durable)
        implements Launch {
    private static final Duration START = Duration.ofSeconds(60);
    // "fast": open connections are cut; TERM would wait for them
    private static final Program.Ending FAST = new Program.Ending("INT", 15);

    public PostgresAccess access() {
        return new PostgresAccess(port, password);
    }

    @Override
    public Child spawn() {
        Path bin = PostgresFiles.unpacked(checkout).resolve("bin");
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            create(bin);
        }
        return Child.start(Program.of("postgres", command(bin), log()).with(FAST));
    }

    @Override
    public void settle(Child child) {
        Readiness.await(child, START, () -> ready(child.pid()) && access().answers());
    }

    /// What the server says of itself: another one may answer on a port that was taken.
    private boolean ready(long pid) throws IOException {
        List<String> lines = Files.readAllLines(cluster().resolve("postmaster.pid"));
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private Path cluster() {
        return state.resolve("postgres");
    }

    private Path log() {
        return state.resolve("logs/postgres.log");
    }

    private void create(Path bin) {
        Path secret = state.resolve("postgres.password");
        try {
            Files.createDirectories(state);
            Files.writeString(secret, password);
            List<String> command = new ArrayList<>(unprivileged());
            command.addAll(List.of(bin.resolve("initdb").toString(), "--pgdata=" + cluster()));
            command.addAll(List.of("--username=postgres", "--pwfile=" + secret));
            command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            command.add("--locale=C");
            Child.run(Program.of("initdb", command, log()), START);
        } catch (IOException e) {
            throw new UncheckedIOException("postgres: " + state + " is not writable", e);
        } finally {
            delete(secret);
        }
    }

    private List<String> command(Path bin) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", "" + cluster()));
        List<String> settings = new ArrayList<>();
        settings.addAll(List.of("listen_addresses=127.0.0.1", "port=" + port));
        settings.addAll(List.of("unix_socket_directories=", "max_connections=200"));
        settings.addAll(List.of("shared_buffers=128MB", "logging_collector=off"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));
        }
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static List<String> unprivileged() {
        boolean root = new UnixSystem().getUid() == 0;
        return root ? List.of("unshare", "-U") : List.of();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(Objects.toString(file), e);
        }
    }
}
