package dev.monkeycoder.provider.chat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Why an attempt gave no whole answer.
///
/// @param detail one sentence for people; never holds a key, a prompt or the vendor's own words
/// @param retryAfter how long the vendor asked to wait
public record ChatFailure(Cause cause, String detail, Optional<Duration> retryAfter) {

    public enum Cause {
        /// 400, 413, 422 and every other 4xx without a row of its own.
        INVALID_REQUEST,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        /// No money or quota is left: waiting a few seconds does not mend it.
        OUT_OF_QUOTA,
        REQUEST_TIMEOUT,
        CONFLICT,
        RATE_LIMITED,
        SERVER_ERROR,
        OVERLOADED,
        /// No connection came about, so nothing was sent.
        UNREACHABLE,
        /// The connection broke before or amid the answer.
        RESET,
        /// The stream ended in good order, but before the answer did.
        CUT,
        FIRST_TOKEN_TIMEOUT,
        STALLED,
        MALFORMED,
        /// An error inside a stream that began with 200.
        ERROR_EVENT,
        /// The answer is whole and holds neither text nor a tool use.
        EMPTY,
        /// The vendor failed so often lately that it was not asked.
        BREAKER_OPEN,
        DEADLINE,
        CANCELLED;

        /// The value of the attribute `error.type`.
        public String errorType() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ChatFailure of(Cause cause, String detail) {
        return new ChatFailure(cause, detail, Optional.empty());
    }
}
