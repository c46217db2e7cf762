package dev.monkeycoder.cli.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.monkeycoder.events.ClientEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the stream's events. A type that this version does not know is passed over: a newer
/// gateway may have added one.
public final class ClientEvents {
    private static final Set<String> KNOWN =
            Stream.of(ClientEvent.class.getAnnotation(JsonSubTypes.class).value())
                    .map(JsonSubTypes.Type::name)
                    .collect(Collectors.toUnmodifiableSet());

    private ClientEvents() {}

    public static Optional<ClientEvent> read(String json) {
        return Json.tree(json)
                .map(node -> node.path("type").asText())
                .filter(KNOWN::contains)
                .map(_ -> Json.read(json, ClientEvent.class));
    }
}
