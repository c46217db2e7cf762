package dev.monkeycoder.testkit.kit;

import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.kafka.EventConsumer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// A consumer of the test: keeps what it gets by stream, and fails as often as it is told.
@ApplicationScoped
class Seen {
    private final EventConsumer consumer;
    private final Multi<Message<byte[]>> in;
    private final Multi<Message<byte[]>> dead;
    private final ConcurrentHashMap<String, List<Received>> events = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> failures = new ConcurrentHashMap<>();
    private final List<String> parked = new CopyOnWriteArrayList<>();

    Seen(
            EventConsumer consumer,
            @Channel("kit-in") Multi<Message<byte[]>> in,
            @Channel("kit-dead") Multi<Message<byte[]>> dead) {
        this.consumer = consumer;
        this.in = in;
        this.dead = dead;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume("kit-in", in, this::seen);
        dead.subscribe()
                .with(message ->
                        parked.add(
                                new String(
                                        message.getPayload(),
                                        java.nio.charset.StandardCharsets.UTF_8)));
    }

    private Uni<Void> seen(Received received) {
        var stream = received.event().stream();
        if (failures.merge(stream, -1, Integer::sum) >= 0) {
            return Uni.createFrom().failure(new IllegalStateException("told to fail"));
        }
        events.computeIfAbsent(stream, _ -> new CopyOnWriteArrayList<>()).add(received);
        return Uni.createFrom().voidItem();
    }

    void failNext(KeyRevoked event, int times) {
        failures.put(event.stream(), times);
    }

    List<Received> of(String stream) {
        return events.getOrDefault(stream, List.of());
    }

    List<String> parked() {
        return parked;
    }
}
