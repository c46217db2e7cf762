package dev.monkeycoder.kit.kafka;

import dev.monkeycoder.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/// Parks messages that no consumer could handle: as they came, with the cause and their place in
/// headers, counted. Nothing is dropped.
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;
    private final MeterRegistry meters;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter, MeterRegistry meters) {
        this.emitter = emitter;
        this.meters = meters;
    }

    /// Completes when the broker has the message; until then its channel waits.
    Uni<Void> park(String channel, Message<byte[]> message, Throwable cause) {
        LOG.errorf(
                cause,
                "message parked channel=%s topic=%s",
                channel,
                Topic.DEAD_LETTERS.topicName());
        meters.counter("monkey_events_parked", "channel", channel).increment();
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(parked(channel, message, cause)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely();
    }

    @SuppressWarnings("unchecked") // keys of all our topics are strings
    private static Message<byte[]> parked(
            String channel, Message<byte[]> message, Throwable cause) {
        var headers = new RecordHeaders();
        var outgoing =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(Topic.DEAD_LETTERS.topicName());
        message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> (IncomingKafkaRecordMetadata<String, byte[]>) metadata)
                .ifPresent(record -> {
                    record.getHeaders().forEach(headers::add);
                    headers.add("dead-letter-topic", bytes(record.getTopic()));
                    headers.add(
                            "dead-letter-partition",
                            bytes(Integer.toString(record.getPartition())));
                    headers.add("dead-letter-offset", bytes(Long.toString(record.getOffset())));
                    outgoing.withKey(record.getKey());
                });
        headers.add("dead-letter-channel", bytes(channel));
        headers.add("dead-letter-cause", bytes(String.valueOf(cause)));
        return Message.of(message.getPayload(), Metadata.of(outgoing.withHeaders(headers).build()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
