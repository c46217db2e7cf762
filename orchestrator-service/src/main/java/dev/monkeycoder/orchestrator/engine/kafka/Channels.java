package dev.monkeycoder.orchestrator.engine.kafka;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.RunCommand;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.kafka.EventConsumer;
import dev.monkeycoder.orchestrator.engine.Input;
import dev.monkeycoder.orchestrator.engine.store.RunEngine;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Reads run commands and call results, and lets the engine react to them.
@ApplicationScoped
class Channels {
    private final EventConsumer consumer;
    private final RunEngine engine;
    private final Multi<Message<byte[]>> commands;
    private final Multi<Message<byte[]>> results;

    Channels(
            EventConsumer consumer,
            RunEngine engine,
            @Channel("run-commands") Multi<Message<byte[]>> commands,
            @Channel("call-results") Multi<Message<byte[]>> results) {
        this.consumer = consumer;
        this.engine = engine;
        this.commands = commands;
        this.results = results;
    }

    void start(@Observes StartupEvent event) {
        consumer.consume("run-commands", commands, this::handle);
        consumer.consume("call-results", results, this::handle);
    }

    private Uni<Void> handle(Received received) {
        return engine.handle(run(received.event()), input(received), Optional.of(received.id()));
    }

    private static Input input(Received received) {
        var origin = received.origin();
        return switch (received.event()) {
            case RunCommand.RunRequested(_, var spec) ->
                    new Input.RunRequested(
                            spec, origin.tenant(), origin.caller(), origin.traceparent());
            case RunCommand.RunCancelRequested(_, var reason) ->
                    new Input.CancelRequested(reason, origin.tenant(), origin.caller());
            case CallResult result -> new Input.Answered(result);
            case Event other -> throw unexpected(other);
        };
    }

    private static RunId run(Event event) {
        return switch (event) {
            case RunCommand command -> command.run();
            case CallResult result -> result.call().run();
            case Event other -> throw unexpected(other);
        };
    }

    private static UnreadableEvent unexpected(Event event) {
        return new UnreadableEvent(
                event.getClass().getSimpleName() + " (expected: a run command or a call result)");
    }
}
