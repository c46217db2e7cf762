package dev.monkeycoder.kit.event;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.util.Optional;

/// For whom and within which trace something is done; travels as CloudEvents extensions.
///
/// @param traceparent the W3C trace context of what caused it (the origin, not the Kafka hop)
public record Origin(TenantId tenant, CallerId caller, Optional<String> traceparent) {

    /// The same tenant and caller, within another span.
    public Origin within(String newTraceparent) {
        return new Origin(tenant, caller, Optional.of(newTraceparent));
    }
}
