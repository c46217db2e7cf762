package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a tenant: who owns runs, keys, workspaces and the bill.
public record TenantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Check.text(value, "tenant");
    }

    @Override
    public String toString() {
        return value;
    }
}
