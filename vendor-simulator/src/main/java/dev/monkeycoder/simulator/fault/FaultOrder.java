package dev.monkeycoder.simulator.fault;

import java.util.Optional;

/// A fault for the next requests.
///
/// @param model only requests for this model; absent: for any
/// @param times how many requests get it
public record FaultOrder(Optional<String> model, Fault fault, int times) {
    public FaultOrder {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " (expected: >= 1)");
        }
    }

    boolean concerns(String requested) {
        return model.isEmpty() || model.get().equals(requested);
    }
}
