package dev.monkeycoder.context.session.kafka;

import dev.monkeycoder.context.session.Turn;
import dev.monkeycoder.context.session.store.Turns;
import dev.monkeycoder.events.Fact.TurnRecorded;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.kafka.EventConsumer;
import dev.monkeycoder.kit.store.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Writes down the turns that ended, each once.
@ApplicationScoped
class Conversation {
    private static final String CHANNEL = "conversation";

    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final Transactions transactions;
    private final Turns turns;

    Conversation(
            EventConsumer consumer,
            @Channel(CHANNEL) Multi<Message<byte[]>> messages,
            Transactions transactions,
            Turns turns) {
        this.consumer = consumer;
        this.messages = messages;
        this.transactions = transactions;
        this.turns = turns;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume(CHANNEL, messages, this::record);
    }

    private Uni<Void> record(Received received) {
        if (!(received.event() instanceof TurnRecorded turn)) {
            throw new UnreadableEvent(
                    "event: " + received.event().getClass() + " (expected: TurnRecorded)");
        }
        return transactions.run(tx ->
                tx.first(received.id())
                        .chain(first ->
                                first
                                        ? turns.add(
                                                tx,
                                                received.origin().tenant(),
                                                turn.session(),
                                                turn(turn))
                                        : Uni.createFrom().voidItem()));
    }

    private static Turn turn(TurnRecorded event) {
        return new Turn(
                event.run(),
                event.turn(),
                event.agent(),
                event.asked(),
                event.answer(),
                event.at());
    }
}
