package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Names a run: one piece of work. A UUIDv7, made by the gateway.
public record RunId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {
        Check.present(value, "run");
    }

    /// @throws IllegalArgumentException when `text` is not a UUID
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
