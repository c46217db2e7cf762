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

/// A PostgreSQL server as a process; its data stays below the state directory. PostgreSQL refuses
/// to run as root: for root it runs in a user namespace of its own.
public final class PostgresServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    // "fast": open connections are cut; TERM would wait for them
    private static final Program.Ending FAST = new Program.Ending("INT", 15);

    private final Child child;
    private final PostgresAccess access;

    private PostgresServer(Child child, PostgresAccess access) {
        this.child = child;
        this.access = access;
    }

    /// Where and how it runs.
    ///
    /// @param state data in `postgres`, its log in `logs/postgres.log`
    /// @param password of the user `postgres`; the first start sets it
    /// @param durable false only where the data is thrown away afterwards: commits are not flushed
    public record Setup(Path state, int port, String password, boolean durable) {
        Path cluster() {
            return state.resolve("postgres");
        }

        Path log() {
            return state.resolve("logs/postgres.log");
        }
    }

    /// Starts it and returns when it takes connections.
    ///
    /// @throws StartFailure when it does not come up
    public static PostgresServer start(Checkout checkout, Setup setup) {
        Path bin = PostgresFiles.unpacked(checkout).resolve("bin");
        if (!Files.exists(setup.cluster().resolve("PG_VERSION"))) {
            create(bin, setup);
        }
        Child child =
                Child.start(Program.of("postgres", command(bin, setup), setup.log()).with(FAST));
        PostgresAccess access = new PostgresAccess(setup.port(), setup.password());
        try {
            Readiness.await(child, START, access::answers);
        } catch (StartFailure e) {
            child.close();
            throw e;
        }
        return new PostgresServer(child, access);
    }

    public PostgresAccess access() {
        return access;
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }

    private static void create(Path bin, Setup setup) {
        Path password = setup.state().resolve("postgres.password");
        try {
            Files.createDirectories(setup.state());
            Files.writeString(password, setup.password());
            List<String> command = new ArrayList<>(unprivileged());
            command.addAll(
                    List.of(bin.resolve("initdb").toString(), "--pgdata=" + setup.cluster()));
            command.addAll(List.of("--username=postgres", "--pwfile=" + password));
            command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            command.add("--locale=C");
            Child.run(Program.of("initdb", command, setup.log()), START);
        } catch (IOException e) {
            throw new UncheckedIOException("postgres: " + setup.state() + " is not writable", e);
        } finally {
            delete(password);
        }
    }

    private static List<String> command(Path bin, Setup setup) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", "" + setup.cluster()));
        List<String> settings = new ArrayList<>();
        settings.addAll(List.of("listen_addresses=127.0.0.1", "port=" + setup.port()));
        settings.addAll(List.of("unix_socket_directories=", "max_connections=200"));
        settings.addAll(List.of("shared_buffers=128MB", "logging_collector=off"));
        if (!setup.durable()) {
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
