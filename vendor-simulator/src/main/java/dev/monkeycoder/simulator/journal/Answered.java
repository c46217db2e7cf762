package dev.monkeycoder.simulator.journal;

import java.time.Instant;
import java.util.Optional;

/// What the simulator did with a request.
///
/// @param fault the wire name of the fault that it got
/// @param tokensSent output tokens that were written to the connection
public record Answered(
        int status,
        Optional<String> fault,
        Outcome outcome,
        int tokensSent,
        Optional<Instant> endedAt) {
    public enum Outcome {
        /// The answer is on its way.
        OPEN("open"),
        /// The answer was written whole.
        COMPLETED("completed"),
        /// The simulator answered with an error.
        REFUSED("refused"),
        /// The simulator cut the connection in the answer.
        CUT("cut"),
        /// The client closed the connection before the answer had ended.
        CANCELLED_BY_CLIENT("cancelled-by-client");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
