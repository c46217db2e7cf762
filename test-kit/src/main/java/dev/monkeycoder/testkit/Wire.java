package dev.monkeycoder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The other end of a service's topics: sends events to it and waits for those that it sends.
/// Speaks CloudEvents by the plain Kafka client, as a program outside of the mesh would.
public final class Wire implements AutoCloseable {
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    private Wire(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0);
        this.producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// To the Kafka of [MeshServers].
    public static Wire open() {
        return new Wire(TestServers.running().kafka());
    }

    public static Wire to(String bootstrapServers) {
        return new Wire(bootstrapServers);
    }

    /// Sends an event with a new id, and returns the id when the broker has it.
    public UUID send(Event event, Origin origin) {
        UUID id = UUID.randomUUID();
        send(id, event, origin);
        return id;
    }

    /// The same, with a given id: to send an event twice.
    public void send(UUID id, Event event, Origin origin) {
        EventType type = EventType.of(event);
        byte[] payload = EventJson.write(event).getBytes(UTF_8);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(type.topic().topicName(), event.stream(), payload);
        header(message.headers(), "ce_specversion", "1.0");
        header(message.headers(), "ce_id", id.toString());
        header(message.headers(), "ce_type", type.type());
        header(message.headers(), "ce_source", "/monkey/test");
        header(message.headers(), "ce_subject", event.stream());
        header(message.headers(), "ce_time", Instant.now().toString());
        header(message.headers(), "ce_tenant", origin.tenant().value());
        header(message.headers(), "ce_caller", origin.caller().value());
        origin.traceparent().ifPresent(it -> header(message.headers(), "ce_traceparent", it));
        header(message.headers(), "content-type", "application/json");
        send(message);
    }

    /// Sends any message at all, such as one that nobody can read.
    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("message: not sent topic=" + message.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The events of a topic that match, oldest first, as soon as there are `count` of them. Looks
    /// at the whole topic, so that nothing sent before the call is missed.
    ///
    /// @throws AssertionError with all that was seen, when there are fewer at the deadline
    public List<Received> await(
            Topic topic, Predicate<Received> wanted, int count, Duration atMost) {
        List<Received> matching = new ArrayList<>();
        List<Received> others = new ArrayList<>();
        read(
                topic,
                atMost,
                message -> {
                    Received received = received(message);
                    (wanted.test(received) ? matching : others).add(received);
                    return matching.size() >= count;
                });
        if (matching.size() < count) {
            throw new AssertionError(
                    "topic %s: %d events matched (expected: %d in %s)%n  matched: %s%n  others: %s"
                            .formatted(
                                    topic.topicName(),
                                    matching.size(),
                                    count,
                                    atMost,
                                    matching,
                                    others));
        }
        return matching;
    }

    /// The first event of its kind for a stream.
    public <T extends Event> T await(Class<T> kind, String stream, Duration atMost) {
        Topic topic =
                List.of(EventType.values()).stream()
                        .filter(type -> type.event().isAssignableFrom(kind))
                        .findFirst()
                        .orElseThrow()
                        .topic();
        Predicate<Received> wanted =
                received ->
                        kind.isInstance(received.event())
                                && received.event().stream().equals(stream);
        return kind.cast(await(topic, wanted, 1, atMost).getFirst().event());
    }

    /// What no consumer could handle, as it lies on the dead-letter topic.
    public ConsumerRecord<String, byte[]> awaitDeadLetter(
            Predicate<ConsumerRecord<String, byte[]>> wanted, Duration atMost) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        read(
                Topic.DEAD_LETTERS,
                atMost,
                message -> {
                    if (wanted.test(message)) {
                        found.add(message);
                    }
                    return !found.isEmpty();
                });
        if (found.isEmpty()) {
            throw new AssertionError("dead letters: none matched in " + atMost);
        }
        return found.getFirst();
    }

    /// A header as text.
    public static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }

    private void read(
            Topic topic, Duration atMost, Predicate<ConsumerRecord<String, byte[]>> enough) {
        long end = System.nanoTime() + atMost.toNanos();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            do {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    if (enough.test(message)) {
                        return;
                    }
                }
            } while (System.nanoTime() - end < 0);
        }
    }

    private static Received received(ConsumerRecord<String, byte[]> message) {
        EventType type = EventType.named(needed(message, "ce_type")).orElseThrow();
        Origin origin =
                new Origin(
                        new TenantId(needed(message, "ce_tenant")),
                        new CallerId(needed(message, "ce_caller")),
                        header(message, "ce_traceparent"));
        return new Received(
                UUID.fromString(needed(message, "ce_id")),
                origin,
                OffsetDateTime.parse(needed(message, "ce_time")).toInstant(),
                EventJson.read(new String(message.value(), UTF_8), type.event()));
    }

    private static String needed(ConsumerRecord<String, byte[]> message, String header) {
        return header(message, header)
                .orElseThrow(() -> new AssertionError(header + ": missing in " + message));
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
