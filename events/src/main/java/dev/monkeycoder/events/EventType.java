package dev.monkeycoder.events;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The CloudEvents `type` of each event, and the topic it travels on.
public enum EventType {
    RUN_REQUESTED("run.requested", RunCommand.RunRequested.class, Topic.RUN_COMMANDS),
    RUN_CANCEL_REQUESTED(
            "run.cancel_requested", RunCommand.RunCancelRequested.class, Topic.RUN_COMMANDS),
    CONTEXT_REQUESTED(
            "context.requested", ContextCommand.ContextRequested.class, Topic.CONTEXT_COMMANDS),
    TOOL_REQUESTED("tool.requested", ContextCommand.ToolRequested.class, Topic.CONTEXT_COMMANDS),
    MODEL_REQUESTED("model.requested", ModelCommand.ModelRequested.class, Topic.MODEL_COMMANDS),
    CONTEXT_PREPARED("context.prepared", CallResult.ContextPrepared.class, Topic.CALL_RESULTS),
    MODEL_COMPLETED("model.completed", CallResult.ModelCompleted.class, Topic.CALL_RESULTS),
    TOOL_COMPLETED("tool.completed", CallResult.ToolCompleted.class, Topic.CALL_RESULTS),
    CALL_FAILED("call.failed", CallResult.CallFailed.class, Topic.CALL_RESULTS),
    CALLS_CANCELLED("calls.cancelled", Fact.CallsCancelled.class, Topic.CALL_CANCELS),
    USAGE_RECORDED("usage.recorded", Fact.UsageRecorded.class, Topic.USAGE),
    TURN_RECORDED("turn.recorded", Fact.TurnRecorded.class, Topic.CONVERSATION),
    KEY_REVOKED("key.revoked", Fact.KeyRevoked.class, Topic.IDENTITY),
    CLIENT("client", ClientEvent.class, Topic.CLIENT);

    private static final Map<String, EventType> BY_TYPE =
            Stream.of(values()).collect(toUnmodifiableMap(EventType::type, identity()));

    private final String type;
    private final Class<? extends Event> event;
    private final Topic topic;

    EventType(String name, Class<? extends Event> event, Topic topic) {
        this.type = "dev.monkeycoder." + name + ".v1";
        this.event = event;
        this.topic = topic;
    }

    /// The type of a CloudEvents attribute `ce_type`; empty when nobody here knows it.
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static EventType of(Event event) {
        return Stream.of(values())
                .filter(type -> type.event.isInstance(event))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "event type: "
                                        + event.getClass()
                                        + " (expected: one of EventType)"));
    }

    public String type() {
        return type;
    }

    public Class<? extends Event> event() {
        return event;
    }

    public Topic topic() {
        return topic;
    }
}
