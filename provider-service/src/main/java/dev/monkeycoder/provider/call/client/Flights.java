package dev.monkeycoder.provider.call.client;

import static dev.monkeycoder.provider.chat.StreamEvent.Text;

import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.kafka.EventPublisher;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.provider.ModelSettings;
import dev.monkeycoder.provider.call.kafka.DeltaStream;
import dev.monkeycoder.provider.call.store.Ledger;
import dev.monkeycoder.provider.call.trace.CallTelemetry;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.openai.client.CallLimits;
import dev.monkeycoder.provider.openai.client.ChatClient;
import dev.monkeycoder.provider.vendor.Choice.Chosen;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The attempts that are under way in this process. One that was stopped stays for a while: who
/// answers the cancel asks it what it came to.
@ApplicationScoped
public class Flights {
    private static final Duration AFTERLIFE = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final EventPublisher publisher;
    private final ChatClient client;
    private final CallTelemetry telemetry;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ModelSettings settings;
    private final ConcurrentHashMap<String, Flight> flights = new ConcurrentHashMap<>();

    Flights(
            Vertx vertx,
            EventPublisher publisher,
            ChatClient client,
            CallTelemetry telemetry,
            Ledger ledger,
            InstantSource clock,
            ModelSettings settings) {
        this.vertx = vertx;
        this.publisher = publisher;
        this.client = client;
        this.telemetry = telemetry;
        this.ledger = ledger;
        this.clock = clock;
        this.settings = settings;
    }

    /// Makes an attempt ready on the context at hand; nothing is sent yet.
    Flight prepare(Claim claim, ModelRequested request, Chosen chosen, Buffer body) {
        var deltas =
                new DeltaStream(
                        vertx,
                        publisher,
                        request,
                        claim.attempt(),
                        claim.origin(),
                        settings.call().coalesce());
        var notes = new Notes(ledger, request.call(), claim.attempt());
        var span = telemetry.start(claim.origin(), request, chosen);
        var timeouts = settings.timeouts();
        var call =
                client.call(
                        new ChatClient.Question(
                                chosen.vendor(), chosen.model(), body, span.traceparent()),
                        new CallLimits(
                                timeouts.firstToken(),
                                timeouts.silence(),
                                Duration.between(clock.instant(), claim.deadline())),
                        event -> {
                            notes.came(event);
                            if (event instanceof Text(var text)) {
                                deltas.add(text);
                            }
                        });
        var flight = new Flight(claim, request, chosen, call, deltas, span, System.nanoTime());
        flights.put(claim.key(), flight);
        flight.ended().subscribe().with(exchange -> measure(flight, exchange));
        return flight;
    }

    private void measure(Flight flight, Exchange exchange) {
        flight.span().end(exchange);
        var took = Duration.ofNanos(System.nanoTime() - flight.startedAt());
        telemetry.measure(flight.chosen(), exchange, took);
    }

    /// The attempt of `claim`, if it was made here.
    Optional<Flight> find(Claim claim) {
        return Optional.ofNullable(flights.get(claim.key())).flatMap(flight -> flight.of(claim));
    }

    void landed(Flight flight) {
        flights.remove(flight.claim().key(), flight);
    }

    void stop(Flight flight) {
        flight.stop();
        vertx.setTimer(AFTERLIFE.toMillis(), _ -> landed(flight));
    }
}
