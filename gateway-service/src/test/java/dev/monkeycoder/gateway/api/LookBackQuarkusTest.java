package dev.monkeycoder.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.gateway.replay.kafka.LookBack;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// A reader that starts late, with a consumer group that is new.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class LookBackQuarkusTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void whatWasSentBeforeTheStartIsRead() {
        send();
        assertThat(read(Duration.ofMinutes(5))).anyMatch(value -> value.contains(key));
    }

    @Test
    void whatIsTooOldIsNot() {
        send();
        assertThat(read(Duration.ofHours(-1))).noneMatch(value -> value.contains(key));
    }

    private void send() {
        try (var wire = Wire.open()) {
            wire.send(
                    new KeyRevoked(key),
                    new Origin(new TenantId("t"), new CallerId("key:t"), Optional.empty()));
        }
    }

    /// Everything up to what is the end of the topic when the reader begins.
    private static List<String> read(Duration howFar) {
        var values = new ArrayList<String>();
        var lookBack = new LookBack(InstantSource.fixed(Instant.now()), howFar) {};
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka(),
                        "group.id",
                        "look-back-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "latest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(
                    List.of(Topic.IDENTITY.topicName()),
                    new ConsumerRebalanceListener() {
                        @Override
                        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                            lookBack.onPartitionsAssigned(consumer, partitions);
                        }

                        @Override
                        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                            // nothing is kept
                        }
                    });
            while (consumer.assignment().isEmpty() || isBehind(consumer)) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }

    private static String kafka() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static boolean isBehind(KafkaConsumer<String, String> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
