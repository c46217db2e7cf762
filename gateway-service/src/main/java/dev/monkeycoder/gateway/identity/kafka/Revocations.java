package dev.monkeycoder.gateway.identity.kafka;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.gateway.identity.CallerRevoked;
import dev.monkeycoder.gateway.identity.client.Tokens;
import dev.monkeycoder.kit.kafka.EventConsumer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hears of revoked keys and shuts them out at once.
@ApplicationScoped
class Revocations {
    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final Tokens tokens;
    private final jakarta.enterprise.event.Event<CallerRevoked> revoked;

    Revocations(
            EventConsumer consumer,
            @Channel("identity") Multi<Message<byte[]>> messages,
            Tokens tokens,
            jakarta.enterprise.event.Event<CallerRevoked> revoked) {
        this.consumer = consumer;
        this.messages = messages;
        this.tokens = tokens;
        this.revoked = revoked;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume("identity", messages, received -> heard(received.event()));
    }

    private Uni<Void> heard(Event event) {
        if (event instanceof KeyRevoked(var key)) {
            var caller = new CallerId("key:" + key);
            tokens.revoke(caller);
            revoked.fire(new CallerRevoked(caller));
        }
        return Uni.createFrom().voidItem();
    }
}
