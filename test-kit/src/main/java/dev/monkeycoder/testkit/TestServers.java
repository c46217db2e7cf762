package dev.monkeycoder.testkit;

import com.sun.net.httpserver.HttpServer;
import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.process.Child;
import dev.monkeycoder.mesh.process.FreePorts;
import dev.monkeycoder.mesh.process.KafkaServer;
import dev.monkeycoder.mesh.process.PostgresAccess;
import dev.monkeycoder.mesh.process.PostgresServer;
import dev.monkeycoder.mesh.process.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The servers that the tests of this JVM share. Where they are stands in system properties, since
/// Quarkus loads this class more than once.
///
/// @param password of the administrator and of every role
/// @param database this JVM's own
/// @param traces a place that takes spans and forgets them
record TestServers(
        int postgresPort, String password, String database, String kafka, String traces) {
    private static final String PREFIX = "monkey.test.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Those that run already, else those that the build named, else new ones.
    static synchronized TestServers running() {
        return property("database").isPresent() ? found() : withOwnClasses();
    }

    /// Kafka's client looks its classes up by the thread's loader, which in a module that has this
    /// one as a jar is another than the one that loaded the client.
    private static TestServers withOwnClasses() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(TestServers.class.getClassLoader());
        try {
            return prepared();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /// Gives a service its role and its schema in the database.
    void admit(String service) {
        new PostgresAccess(postgresPort, password).prepare(database, Map.of(service, password));
    }

    private static TestServers found() {
        return new TestServers(
                Integer.parseInt(given("db.port").orElseThrow()),
                given("db.password").orElseThrow(),
                property("database").orElseThrow(),
                given("kafka").orElseThrow(),
                property("traces").orElseThrow());
    }

    private static TestServers prepared() {
        if (given("db.port").isPresent()) {
            Topics.recreate(given("kafka").orElseThrow(), PATIENCE);
        } else {
            start();
        }
        String database = "test_" + UUID.randomUUID().toString().replace('-', '_');
        System.setProperty(PREFIX + "traces", forgetful());
        System.setProperty(PREFIX + "database", database);
        return found();
    }

    private static void start() {
        Path state = Path.of("target", "test-servers", "" + ProcessHandle.current().pid());
        sweep(Path.of("target", "test-servers"));
        Checkout checkout = Checkout.find();
        String password = UUID.randomUUID().toString();
        Path folder = state.toAbsolutePath();
        PostgresServer postgres =
                new PostgresServer(checkout, folder, FreePorts.any(), password, false);
        KafkaServer kafka = new KafkaServer(checkout, folder, FreePorts.any());
        CompletableFuture<Child> starting = CompletableFuture.supplyAsync(postgres::start);
        Child kafkaChild = kafka.start();
        Child postgresChild = starting.join();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            kafkaChild.kill();
                            postgresChild.kill();
                            delete(state);
                        }));
        System.setProperty(PREFIX + "db.port", Integer.toString(postgres.port()));
        System.setProperty(PREFIX + "db.password", password);
        System.setProperty(PREFIX + "kafka", kafka.bootstrapServers());
    }

    private static Optional<String> given(String name) {
        String variable = "MONKEY_TEST_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
        return property(name).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name));
    }

    private static String forgetful() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Folders of JVMs that were killed.
    private static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> states = Files.list(folder)) {
            states.filter(state -> state.getFileName().toString().matches("\\d+"))
                    .filter(state ->
                            ProcessHandle.of(Long.parseLong(state.getFileName().toString()))
                                    .isEmpty())
                    .forEach(TestServers::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // a server that is only just gone may still have written: the next start sweeps it
            System.getLogger(TestServers.class.getName())
                    .log(System.Logger.Level.DEBUG, "folder left folder=" + folder, e);
        }
    }
}
