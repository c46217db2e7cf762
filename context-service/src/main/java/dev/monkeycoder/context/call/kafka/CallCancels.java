package dev.monkeycoder.context.call.kafka;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact.CallsCancelled;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.kafka.EventConsumer;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Stops calls. Every replica reads all cancels, since any of them may be at work on the call. A
/// call that is none of this service's leaves a tombstone that does no harm.
@ApplicationScoped
class CallCancels {
    private static final String CHANNEL = "call-cancels";

    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final WorkQueue queue;

    CallCancels(
            EventConsumer consumer,
            @Channel(CHANNEL) Multi<Message<byte[]>> messages,
            WorkQueue queue) {
        this.consumer = consumer;
        this.messages = messages;
        this.queue = queue;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume(CHANNEL, messages, this::cancel);
    }

    private Uni<Void> cancel(Received received) {
        if (!(received.event() instanceof CallsCancelled cancelled)) {
            throw new UnreadableEvent(
                    "event: " + received.event().getClass() + " (expected: CallsCancelled)");
        }
        return queue.cancel(cancelled.calls().stream().map(CallId::toString).toList());
    }
}
