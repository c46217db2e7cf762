package dev.monkeycoder.kit.rest;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.trace.TraceParent;
import java.util.Set;

/// Who makes a request: the tenant that everything is looked up for, and what the token allows.
public record Caller(TenantId tenant, CallerId id, Set<String> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /// The origin of what this request causes, within the current span.
    public Origin origin() {
        return new Origin(tenant, id, TraceParent.current());
    }
}
