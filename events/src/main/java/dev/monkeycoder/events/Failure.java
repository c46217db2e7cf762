package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a call or a run did not end well. `detail` is for people, in one sentence that says what to
/// do where something can be done; it never holds a key, a prompt or file content.
public record Failure(Kind kind, String detail) {
    public enum Kind {
        /// The request can't be met as it stands; the same again will fail again.
        @JsonProperty("invalid")
        INVALID,
        /// A vendor or a service refused for lack of rights, money or quota.
        @JsonProperty("refused")
        REFUSED,
        /// All attempts failed: a vendor or a service was down, slow or cut the answer.
        @JsonProperty("unavailable")
        UNAVAILABLE,
        /// The deadline of the call or the run passed.
        @JsonProperty("deadline_exceeded")
        DEADLINE_EXCEEDED,
        /// A limit on steps, tokens or money was reached.
        @JsonProperty("limit_reached")
        LIMIT_REACHED,
        /// Somebody cancelled it.
        @JsonProperty("cancelled")
        CANCELLED,
        /// A fault of this system.
        @JsonProperty("internal")
        INTERNAL
    }

    public Failure {
        Check.present(kind, "failure.kind");
        Check.text(detail, "failure.detail");
    }
}
