package dev.monkeycoder.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.events.Event;
import dev.monkeycoder.kit.event.IdSource;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Outgoing;
import dev.monkeycoder.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// Sends events to Kafka as CloudEvents 1.0 in binary mode.
@ApplicationScoped
public class EventPublisher {
    private final MutinyEmitter<byte[]> emitter;
    private final IdSource ids;
    private final InstantSource clock;
    private final String source;

    EventPublisher(
            @Channel("events-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            IdSource ids,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.emitter = emitter;
        this.ids = ids;
        this.clock = clock;
        this.source = source;
    }

    /// `event` with a new id and the time of now.
    public Outgoing outgoing(Event event, Origin origin) {
        return Outgoing.of(ids.next(), event, origin, source, clock.instant());
    }

    /// Sends without an outbox: for what may be lost with this process, such as deltas of a text.
    /// Completes with the broker's acknowledgement. Its hop has no span: there are many of these.
    public Uni<Void> send(Event event, Origin origin) {
        var hop = origin.traceparent().map(TraceParent::unsampled);
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(message(outgoing(event, origin), hop)));
    }

    /// Sends what an outbox row holds. Sends of one caller reach a partition in their order.
    public Uni<Void> send(Outgoing event) {
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(message(event, event.origin().traceparent())));
    }

    private static Message<byte[]> message(Outgoing event, Optional<String> hop) {
        var cloudEvent =
                OutgoingCloudEventMetadata.builder()
                        .withId(event.id().toString())
                        .withType(event.type())
                        .withSource(URI.create("/monkey/" + event.source()))
                        .withSubject(event.stream())
                        .withTimestamp(event.time().atZone(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withExtension("tenant", event.origin().tenant().value())
                        .withExtension("caller", event.origin().caller().value());
        event.origin()
                .traceparent()
                .ifPresent(parent -> cloudEvent.withExtension("traceparent", parent));
        var record =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(event.topic())
                        .withKey(event.stream())
                        .build();
        var tracing = TracingMetadata.withCurrent(TraceParent.context(hop));
        return Message.of(
                event.payload().getBytes(UTF_8), Metadata.of(cloudEvent.build(), record, tracing));
    }
}
