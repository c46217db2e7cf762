package dev.monkeycoder.gateway.stream.rest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.gateway.stream.Frame;
import dev.monkeycoder.kit.event.EventJson;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Event stream text, as the HTML standard has it.
final class Sse {
    /// A line that clients pass over.
    static final String HEARTBEAT = ": heartbeat\n\n";

    private static final Map<Class<?>, String> BY_CLASS =
            Stream.of(ClientEvent.class.getAnnotation(JsonSubTypes.class).value())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private Sse() {}

    static String event(Frame frame) {
        return event(
                frame.id().toString(),
                BY_CLASS.getOrDefault(frame.event().getClass(), "message"),
                EventJson.write(frame.event()));
    }

    /// @param json on one line
    static String event(String id, String type, String json) {
        return "id: " + id + "\nevent: " + type + "\ndata: " + json + "\n\n";
    }
}
