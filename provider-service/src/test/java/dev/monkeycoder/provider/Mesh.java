package dev.monkeycoder.provider;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.Fact.CallsCancelled;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rest of the mesh as provider-service sees it: who asks for calls and reads what comes of
/// them.
final class Mesh implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Wire wire = Wire.open();
    private final RunId run = new RunId(UUID.randomUUID());
    final String trace = run.toString().replace("-", "");
    private final Origin origin =
            new Origin(
                    new TenantId("acme"),
                    new CallerId("key:k1"),
                    Optional.of("00-" + trace + "-00f067aa0ba902b7-01"));

    /// A call whose vendor behaves as told; the call's own id is the key of the vendor's log.
    ModelRequested call(String behaviours) {
        return call(behaviours, Optional.empty(), Duration.ofSeconds(90));
    }

    ModelRequested call(String behaviours, Optional<String> model, Duration time) {
        var call = new CallId(run, 7);
        return new ModelRequested(
                call,
                3,
                new AgentName("developer"),
                model,
                List.of(),
                List.of(
                        new Message.Instructions("be brief"),
                        new Message.User(behaviours + "|" + run)),
                List.of(),
                Optional.of(0.5),
                256,
                Instant.now().plus(time));
    }

    void send(Event event) {
        wire.send(event, origin);
    }

    void cancel(ModelRequested request) {
        send(new CallsCancelled(run, List.of(request.call())));
    }

    ModelCompleted completed() {
        return wire.await(ModelCompleted.class, run.toString(), PATIENCE);
    }

    CallFailed failed() {
        return wire.await(CallFailed.class, run.toString(), PATIENCE);
    }

    List<CallResult> results(int count) {
        return events(Topic.CALL_RESULTS, count).stream().map(CallResult.class::cast).toList();
    }

    List<UsageRecorded> booked(int count) {
        return events(Topic.USAGE, count).stream().map(UsageRecorded.class::cast).toList();
    }

    List<ClientEvent> seen(int count) {
        return events(Topic.CLIENT, count).stream().map(ClientEvent.class::cast).toList();
    }

    /// All that clients have seen by the time that the call's result is there.
    List<ClientEvent> seenInAll() {
        var marker =
                new ClientEvent.RunCancelling(
                        run, 99, Instant.EPOCH, "the end of what the test reads");
        send(marker);
        var seen = new java.util.ArrayList<ClientEvent>();
        wire.await(
                Topic.CLIENT,
                received -> {
                    if (received.event() instanceof ClientEvent event && event.run().equals(run)) {
                        seen.add(event);
                    }
                    return received.event().equals(marker);
                },
                1,
                PATIENCE);
        return seen.subList(0, seen.size() - 1);
    }

    static String text(List<ClientEvent> events, int attempt) {
        return events.stream()
                .filter(event -> event instanceof TextDelta delta && delta.attempt() == attempt)
                .map(event -> ((TextDelta) event).text())
                .collect(Collectors.joining());
    }

    /// The requests that reached the vendor.
    List<String> asked() {
        return vendorLog().stream().filter(line -> !line.equals("gone")).toList();
    }

    List<String> vendorLog() {
        return FakeVendor.log(run.toString());
    }

    private List<Event> events(Topic topic, int count) {
        return wire
                .await(
                        topic,
                        received -> received.event().stream().equals(run.toString()),
                        count,
                        PATIENCE)
                .stream()
                .map(dev.monkeycoder.kit.event.Received::event)
                .toList();
    }

    @Override
    public void close() {
        wire.close();
    }
}
