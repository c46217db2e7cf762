package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.Uuid;

/// A Kafka broker, its own controller, as one process; its data stays below the state directory.
public final class KafkaServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Child child;
    private final int port;

    private KafkaServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /// Where it runs.
    ///
    /// @param state data in `kafka`, its log in `logs/kafka.log`
    public record Setup(Path state, int port) {
        Path folder() {
            return state.resolve("kafka");
        }

        Path log() {
            return state.resolve("logs/kafka.log");
        }
    }

    /// Starts it, and returns when it answers and all topics of the mesh are there.
    ///
    /// @throws StartFailure when it does not come up
    public static KafkaServer start(Checkout checkout, Setup setup) {
        Path settings = write(setup);
        if (!Files.exists(setup.folder().resolve("log/meta.properties"))) {
            List<String> format = new ArrayList<>(java(checkout, setup, "kafka.tools.StorageTool"));
            format.addAll(List.of("format", "--config", settings.toString()));
            format.addAll(List.of("--cluster-id", Uuid.randomUuid().toString()));
            Child.run(Program.of("kafka format", format, setup.log()), START);
        }
        List<String> command = new ArrayList<>(java(checkout, setup, "kafka.Kafka"));
        command.add(settings.toString());
        Child child = Child.start(Program.of("kafka", command, setup.log()));
        try {
            Readiness.await(child, START, Readiness.port(setup.port()));
            Topics.create("127.0.0.1:" + setup.port(), START);
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
        return new KafkaServer(child, setup.port());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }

    private static List<String> java(Checkout checkout, Setup setup, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + setup.folder().resolve("log4j2.properties"),
                "-cp",
                checkout.kafka() + "/*",
                main);
    }

    private static Path write(Setup setup) {
        Path settings = setup.folder().resolve("server.properties");
        try (InputStream log4j = KafkaServer.class.getResourceAsStream("log4j2.properties")) {
            Files.createDirectories(setup.folder());
            Files.write(
                    setup.folder().resolve("log4j2.properties"),
                    Objects.requireNonNull(log4j, "log4j2.properties").readAllBytes());
            return Files.write(settings, settings(setup));
        } catch (IOException e) {
            throw new UncheckedIOException("kafka: " + setup.folder() + " is not writable", e);
        }
    }

    private static List<String> settings(Setup setup) {
        // the voters are named here and nowhere else, so the controller may take any port each time
        int controller = FreePorts.any();
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        advertised.listeners=PLAINTEXT://127.0.0.1:%d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%s
        auto.create.topics.enable=false
        num.partitions=6
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.num.partitions=6
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.min.session.timeout.ms=3000
        group.initial.rebalance.delay.ms=0
        controlled.shutdown.enable=false
        broker.heartbeat.interval.ms=1000
        broker.session.timeout.ms=4000
        log.segment.bytes=67108864
        log.index.size.max.bytes=1048576
        log.cleaner.dedupe.buffer.size=8388608
        """
                .formatted(
                        controller,
                        setup.port(),
                        controller,
                        setup.port(),
                        setup.folder().resolve("log").toAbsolutePath())
                .lines()
                .toList();
    }
}
