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

/// A Kafka broker, its own controller, as one process. It is of use when all topics of the mesh are
/// there.
///
/// @param state data in `kafka` below it, the log in `logs/kafka.log`
/// @param port on the loopback address
public record KafkaServer(Checkout checkout, Path state, int port) implements Launch {
    private static final Duration START = Duration.ofSeconds(90);

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Child spawn() {
        Path settings = write();
        if (!Files.exists(folder().resolve("log/meta.properties"))) {
            List<String> format = new ArrayList<>(java("kafka.tools.StorageTool"));
            format.addAll(List.of("format", "--config", settings.toString()));
            format.addAll(List.of("--cluster-id", Uuid.randomUuid().toString()));
            Child.run(Program.of("kafka format", format, log()), START);
        }
        List<String> command = new ArrayList<>(java("kafka.Kafka"));
        command.add(settings.toString());
        return Child.start(Program.of("kafka", command, log()));
    }

    @Override
    public void settle(Child child) {
        Readiness.await(child, START, Readiness.port(port));
        Topics.create(bootstrapServers(), START);
    }

    private Path folder() {
        return state.resolve("kafka");
    }

    private Path log() {
        return state.resolve("logs/kafka.log");
    }

    private List<String> java(String main) {
        return List.of(
                Jvm.java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + folder().resolve("log4j2.properties"),
                "-cp",
                checkout.kafka() + "/*",
                main);
    }

    private Path write() {
        Path settings = folder().resolve("server.properties");
        try (InputStream log4j = KafkaServer.class.getResourceAsStream("log4j2.properties")) {
            Files.createDirectories(folder());
            Files.write(
                    folder().resolve("log4j2.properties"),
                    Objects.requireNonNull(log4j, "log4j2.properties").readAllBytes());
            return Files.write(settings, settings());
        } catch (IOException e) {
            throw new UncheckedIOException("kafka: " + folder() + " is not writable", e);
        }
    }

    private List<String> settings() {
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
        message.max.bytes=16777216
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
                        port,
                        controller,
                        port,
                        folder().resolve("log").toAbsolutePath())
                .lines()
                .toList();
    }
}
