package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.TenantId;
import java.util.Optional;

/// Something that reaches a run from outside. Each may come more than once.
public sealed interface Input {

    record RunRequested(
            RunSpec spec, TenantId tenant, CallerId caller, Optional<String> traceparent)
            implements Input {}

    record CancelRequested(String reason, TenantId tenant, CallerId caller) implements Input {}

    record Answered(CallResult result) implements Input {}

    /// A timer that the engine set has come due.
    record DeadlinePassed(Due due) implements Input {}
}
