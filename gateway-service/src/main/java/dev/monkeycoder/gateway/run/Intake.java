package dev.monkeycoder.gateway.run;

/// What came of a request for a run.
public sealed interface Intake {
    /// It is accepted; its event is on its way.
    record Accepted(Known run) implements Intake {}

    /// The same request came before under its idempotency key: nothing new was caused.
    record Replayed(Known run) implements Intake {}

    /// Its idempotency key was used for another request.
    record Mismatch() implements Intake {}
}
