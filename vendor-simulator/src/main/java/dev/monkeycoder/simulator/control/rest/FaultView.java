package dev.monkeycoder.simulator.control.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.fault.FaultOrder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An order of a fault, as JSON.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultView(
        @Nullable String model,
        @Nullable String fault,
        @Nullable Integer afterChunks,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer times) {

    static FaultView of(FaultOrder order) {
        return new FaultView(
                order.model().orElse(null),
                order.fault().kind().wireName(),
                order.fault().afterChunks(),
                order.fault().retryAfter().map(wait -> (int) wait.toSeconds()).orElse(null),
                order.times());
    }

    /// @throws IllegalArgumentException when the order makes no sense; the message names the field
    FaultOrder order() {
        if (fault == null) {
            throw new IllegalArgumentException("fault: absent (expected: a fault's name)");
        }
        if (retryAfterSeconds != null && retryAfterSeconds < 0) {
            throw new IllegalArgumentException(
                    "retry_after_seconds: " + retryAfterSeconds + " (expected: >= 0)");
        }
        return new FaultOrder(
                Optional.ofNullable(model),
                new Fault(
                        Fault.Kind.named(fault),
                        afterChunks == null ? Fault.DEFAULT_AFTER_CHUNKS : afterChunks,
                        Optional.ofNullable(retryAfterSeconds).map(Duration::ofSeconds)),
                times == null ? 1 : times);
    }
}
