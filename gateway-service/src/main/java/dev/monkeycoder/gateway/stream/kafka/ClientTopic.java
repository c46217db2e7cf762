package dev.monkeycoder.gateway.stream.kafka;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.stream.Tails;
import dev.monkeycoder.kit.kafka.EventConsumer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Reads the whole client topic into the tails of the runs: one reader a replica for all streams.
@ApplicationScoped
class ClientTopic {
    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> messages;
    private final Tails tails;

    ClientTopic(
            EventConsumer consumer,
            @Channel("client") Multi<Message<byte[]>> messages,
            Tails tails) {
        this.consumer = consumer;
        this.messages = messages;
        this.tails = tails;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume("client", messages, received -> heard(received.event()));
    }

    private Uni<Void> heard(Event event) {
        if (event instanceof ClientEvent clientEvent) {
            tails.accept(clientEvent);
        }
        return Uni.createFrom().voidItem();
    }

    static final class Source {
        @Produces
        @Singleton
        Tails tails(GatewayConfig config, MeterRegistry meters) {
            var stream = config.stream();
            var tails =
                    new Tails(new Tails.Bounds(stream.runs(), stream.text(), stream.textOfOne()));
            meters.gauge("monkey_stream_runs", tails, Tails::runs);
            meters.gauge("monkey_stream_text_characters", tails, Tails::size);
            return tails;
        }
    }
}
