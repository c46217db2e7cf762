package dev.monkeycoder.context.call.kafka;

import dev.monkeycoder.context.ContextConfig;
import dev.monkeycoder.context.call.store.CallWorker;
import dev.monkeycoder.events.ContextCommand;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.health.Door;
import dev.monkeycoder.kit.kafka.EventConsumer;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.WorkSettings;
import dev.monkeycoder.kit.work.store.WorkQueue;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Takes commands in: each goes into the table of work by its call, and is worked off from there.
@ApplicationScoped
class ContextCommands {
    private static final String CHANNEL = "context-commands";

    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final Transactions transactions;
    private final WorkQueue queue;
    private final CallWorker worker;
    private final ContextConfig.Work settings;

    ContextCommands(
            EventConsumer consumer,
            @Channel(CHANNEL) Multi<Message<byte[]>> messages,
            Transactions transactions,
            WorkQueue queue,
            CallWorker worker,
            ContextConfig config) {
        this.consumer = consumer;
        this.messages = messages;
        this.transactions = transactions;
        this.queue = queue;
        this.worker = worker;
        this.settings = config.work();
    }

    void start(@Observes StartupEvent event) {
        queue.start(
                worker,
                new WorkSettings(settings.inFlight(), settings.attempts(), settings.lease()));
        consumer.consume(CHANNEL, messages, this::accept);
    }

    private Uni<Void> accept(Received received) {
        if (!(received.event() instanceof ContextCommand command)) {
            throw new UnreadableEvent(
                    "event: " + received.event().getClass() + " (expected: a context command)");
        }
        return transactions.run(
                tx -> queue.accept(tx, command.call().toString(), command.deadline(), received));
    }

    @Produces
    @Singleton
    static Door door() {
        return new Door("commands", Set.of("database", "kafka"));
    }
}
