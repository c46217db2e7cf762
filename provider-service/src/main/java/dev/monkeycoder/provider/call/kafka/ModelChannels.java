package dev.monkeycoder.provider.call.kafka;

import dev.monkeycoder.events.Fact.CallsCancelled;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.kafka.EventConsumer;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Takes commands into the work table and cancels out of it.
@ApplicationScoped
public class ModelChannels {
    private final EventConsumer consumer;
    private final Transactions transactions;
    private final WorkQueue queue;
    private final Multi<Message<byte[]>> commands;
    private final Multi<Message<byte[]>> cancels;

    ModelChannels(
            EventConsumer consumer,
            Transactions transactions,
            WorkQueue queue,
            @Channel("model-commands") Multi<Message<byte[]>> commands,
            @Channel("call-cancels") Multi<Message<byte[]>> cancels) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.queue = queue;
        this.commands = commands;
        this.cancels = cancels;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume("model-commands", commands, this::accept);
        consumer.consume("call-cancels", cancels, this::cancel);
    }

    private Uni<Void> accept(Received received) {
        if (received.event() instanceof ModelRequested request) {
            return transactions.run(tx ->
                    queue.accept(tx, request.call().toString(), request.deadline(), received));
        }
        return unknown(received);
    }

    private Uni<Void> cancel(Received received) {
        if (received.event() instanceof CallsCancelled cancelled) {
            return queue.cancel(cancelled.calls().stream().map(Objects::toString).toList());
        }
        return unknown(received);
    }

    private static Uni<Void> unknown(Received received) {
        return Uni.createFrom()
                .failure(
                        new UnreadableEvent(
                                "event: "
                                        + received.event().getClass()
                                        + " (expected: not on this topic)"));
    }
}
