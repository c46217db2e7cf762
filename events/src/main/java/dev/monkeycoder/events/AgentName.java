package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names an agent, such as `developer`.
public record AgentName(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgentName {
        Check.text(value, "agent");
    }

    @Override
    public String toString() {
        return value;
    }
}
