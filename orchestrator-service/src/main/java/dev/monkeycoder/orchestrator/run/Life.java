package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.Failure;
import java.time.Instant;

/// The life of a run that has started. Only the legal transitions exist.
public sealed interface Life {

    /// Decisions are made.
    record Running() implements Life {
        Cancelling cancel(String reason) {
            return new Cancelling(reason);
        }

        Finished finish(String answer, Instant at) {
            return new Finished(answer, at);
        }

        Failed fail(Failure failure, Instant at) {
            return new Failed(failure, at);
        }
    }

    /// Nothing new is begun; each call in flight still has to end.
    record Cancelling(String reason) implements Life {
        Cancelled cancelled(Instant at) {
            return new Cancelled(reason, at);
        }
    }

    /// Nothing follows but results that came late.
    sealed interface Ended extends Life {
        Instant at();
    }

    record Finished(String answer, Instant at) implements Ended {}

    record Failed(Failure failure, Instant at) implements Ended {}

    record Cancelled(String reason, Instant at) implements Ended {}
}
