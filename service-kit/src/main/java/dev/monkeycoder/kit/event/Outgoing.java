package dev.monkeycoder.kit.event;

import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.EventType;
import java.time.Instant;
import java.util.UUID;

/// An event on its way out, already as text: what an outbox row holds.
///
/// @param source the service that made it
/// @param stream its Kafka key; events of a stream keep their order within a topic
public record Outgoing(
        UUID id,
        String type,
        String topic,
        String source,
        String stream,
        Instant time,
        Origin origin,
        String payload) {

    public static Outgoing of(UUID id, Event event, Origin origin, String source, Instant time) {
        var type = EventType.of(event);
        return new Outgoing(
                id,
                type.type(),
                type.topic().topicName(),
                source,
                event.stream(),
                time,
                origin,
                EventJson.write(event));
    }
}
