package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Who asked: `key:<key id>`, `user:<subject>` or `service:<name>`.
public record CallerId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallerId {
        Check.text(value, "caller");
    }

    @Override
    public String toString() {
        return value;
    }
}
