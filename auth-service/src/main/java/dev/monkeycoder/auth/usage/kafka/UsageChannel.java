package dev.monkeycoder.auth.usage.kafka;

import dev.monkeycoder.auth.usage.store.Ledger;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.kafka.EventConsumer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Books what comes in on the topic `monkey.usage`.
@ApplicationScoped
class UsageChannel {
    private static final String CHANNEL = "usage";

    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final Ledger ledger;

    UsageChannel(
            EventConsumer consumer,
            @Channel(CHANNEL) Multi<Message<byte[]>> messages,
            Ledger ledger) {
        this.consumer = consumer;
        this.messages = messages;
        this.ledger = ledger;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume(CHANNEL, messages, this::handle);
    }

    private Uni<Void> handle(Received received) {
        if (received.event() instanceof UsageRecorded attempt) {
            return ledger.book(received.id(), received.origin(), attempt);
        }
        throw new UnreadableEvent(
                "event: " + received.event().getClass().getSimpleName() + " (expected: usage)");
    }
}
