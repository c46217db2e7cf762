package dev.monkeycoder.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.trace.OwnContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Consumes a channel: many messages in flight, those of one key in their order, each acknowledged
/// when its handler is done.
///
/// A failure that may pass (no database, no network) is tried again for as long as it lasts, which
/// holds the channel back. Anything else is tried three times, then parked with its cause on the
/// dead-letter topic; a message that nobody can read is parked at once.
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int IN_FLIGHT = 64;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final OwnContext contexts;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    EventConsumer(OwnContext contexts, DeadLetters deadLetters, MeterRegistry meters) {
        this.contexts = contexts;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /// What a service does with an event. It may see the same event again: it deduplicates by id in
    /// the transaction that has the effect.
    @FunctionalInterface
    public interface Handler extends Function<Received, Uni<Void>> {}

    /// Subscribes to `messages` until the service stops.
    public void consume(String channel, Multi<Message<byte[]>> messages, Handler handler) {
        var lanes = new Lanes();
        messages.onItem()
                .transformToUni(message ->
                        lanes.inOrder(key(message), () -> handled(channel, message, handler)))
                .merge(IN_FLIGHT)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.errorf(failure, "channel stopped channel=%s", channel));
    }

    private Uni<Void> handled(String channel, Message<byte[]> message, Handler handler) {
        return contexts.run(trace(message), () -> handler.apply(read(message)))
                .onFailure(Failures::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure(failure -> !(failure instanceof UnreadableEvent))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(2)
                .onFailure()
                .recoverWithUni(failure -> deadLetters.park(channel, message, failure))
                .invoke(() ->
                        meters.counter("monkey_events_handled", "channel", channel).increment())
                .chain(() -> Uni.createFrom().completionStage(message::ack));
    }

    private static Context trace(Message<byte[]> message) {
        return TracingMetadata.fromMessage(message)
                .map(TracingMetadata::getCurrentContext)
                .orElseGet(Context::root);
    }

    private static String key(Message<byte[]> message) {
        return attributes(message).flatMap(IncomingCloudEventMetadata::getSubject).orElse("");
    }

    private static Optional<IncomingCloudEventMetadata<?>> attributes(Message<byte[]> message) {
        return message.getMetadata(IncomingCloudEventMetadata.class)
                .map(attributes -> (IncomingCloudEventMetadata<?>) attributes);
    }

    private static Received read(Message<byte[]> message) {
        var attributes =
                attributes(message)
                        .orElseThrow(() ->
                                new UnreadableEvent(
                                        "cloud event: no attributes (expected: ce_ headers)"));
        var type =
                EventType.named(attributes.getType())
                        .orElseThrow(() ->
                                new UnreadableEvent(
                                        "ce_type: "
                                                + attributes.getType()
                                                + " (expected: a known type)"));
        var origin =
                new Origin(
                        new TenantId(extension(attributes, "tenant")),
                        new CallerId(extension(attributes, "caller")),
                        attributes.<String>getExtension("traceparent"));
        try {
            return new Received(
                    UUID.fromString(attributes.getId()),
                    origin,
                    attributes
                            .getTimeStamp()
                            .orElseThrow(() -> new UnreadableEvent("ce_time: missing"))
                            .toInstant(),
                    EventJson.read(new String(message.getPayload(), UTF_8), type.event()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(Optional.ofNullable(e.getMessage()).orElse("unreadable"));
        }
    }

    private static String extension(IncomingCloudEventMetadata<?> attributes, String name) {
        return attributes
                .<String>getExtension(name)
                .orElseThrow(() -> new UnreadableEvent("ce_" + name + ": missing"));
    }
}
