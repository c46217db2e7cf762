package dev.monkeycoder.orchestrator;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ContextCommand.ContextRequested;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.RunCommand;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.testkit.Tokens;
import dev.monkeycoder.testkit.Wire;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Plays the gateway, provider-service and context-service around one run, over the real topics.
public final class Stage implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Wire wire = Wire.open();
    private final RunId run = new RunId(UUID.randomUUID());
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    public RunId run() {
        return run;
    }

    public String trace() {
        return trace;
    }

    public Origin origin() {
        return new Origin(
                Play.TENANT, Play.CALLER, Optional.of("00-" + trace + "-00f067aa0ba902b7-01"));
    }

    public Stage request(RunSpec spec) {
        send(new RunCommand.RunRequested(run, spec));
        return this;
    }

    public Stage prepared() {
        var asked = nth(ContextRequested.class, Topic.CONTEXT_COMMANDS, 1);
        send(
                new CallResult.ContextPrepared(
                        asked.call(), Play.workspace(1), "A small project.", List.of()));
        return this;
    }

    public void send(Event event) {
        wire.send(event, origin());
    }

    public void send(UUID id, Event event) {
        wire.send(id, event, origin());
    }

    /// The n-th model call of the run, counted from 1 and in the order of the topic.
    public ModelRequested model(int n) {
        return nth(ModelRequested.class, Topic.MODEL_COMMANDS, n);
    }

    public ToolRequested tool(int n) {
        return nth(ToolRequested.class, Topic.CONTEXT_COMMANDS, n);
    }

    public Stage says(int n, String text, ToolUse... uses) {
        send(Play.answer(model(n).call(), uses.length == 0 ? "stop" : "tool_calls", text, uses));
        return this;
    }

    public CallResult.ToolCompleted used(CallId call, String output, int version) {
        return new CallResult.ToolCompleted(
                call, output, false, Play.workspace(version), Optional.empty());
    }

    public <T extends ClientEvent> T seen(Class<T> kind) {
        return nth(kind, Topic.CLIENT, 1);
    }

    public <T extends Event> T nth(Class<T> kind, Topic topic, int n) {
        return kind.cast(received(kind, topic, n).getLast().event());
    }

    public List<Received> received(Class<? extends Event> kind, Topic topic, int n) {
        return wire.await(
                topic,
                received ->
                        kind.isInstance(received.event())
                                && received.event().stream().equals(run.toString()),
                n,
                PATIENCE);
    }

    /// All that are on the topic now.
    public List<Event> all(Class<? extends Event> kind, Topic topic) {
        var found = new ArrayList<Event>();
        Predicate<Received> never =
                received -> {
                    if (kind.isInstance(received.event())
                            && received.event().stream().equals(run.toString())) {
                        found.add(received.event());
                    }
                    return false;
                };
        try {
            wire.await(topic, never, 1, Duration.ofSeconds(5));
        } catch (AssertionError _) {
            // nothing ever matches: the topic was read to its end
        }
        return found;
    }

    public RequestSpecification as(String tenant, String... scopes) {
        return RestAssured.given().auth().oauth2(Tokens.mint(tenant, "key:1", scopes));
    }

    public RequestSpecification reader() {
        return as(Play.TENANT.value(), "runs:read");
    }

    @Override
    public void close() {
        wire.close();
    }
}
