package dev.monkeycoder.provider.resilience;

import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import java.time.Duration;

/// Whether a failed attempt is followed by another, and after which pause.
///
/// @param attempts how many there are in all
/// @param firstPause the pause after the first attempt; each later one is twice as long
/// @param longestPause bounds our own pauses, not what a vendor asks for
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    public sealed interface Verdict {
        record Retry(Duration pause) implements Verdict {}

        /// @param reason why not, as a clause to follow the failure's sentence; empty when plain
        record GiveUp(String reason) implements Verdict {}
    }

    /// @param attempt the number of the one that failed, from 1
    /// @param left time until the call's deadline
    /// @param jitter in [0, 1): spreads pauses over the upper half of their length
    public Verdict decide(ChatFailure failure, int attempt, Duration left, double jitter) {
        if (!mayPass(failure.cause())) {
            return new Verdict.GiveUp("");
        }
        if (attempt >= attempts) {
            return new Verdict.GiveUp("after " + attempt + " attempts");
        }
        var pause = failure.retryAfter().orElseGet(() -> pause(attempt, jitter));
        return pause.compareTo(left) < 0
                ? new Verdict.Retry(pause)
                : new Verdict.GiveUp(
                        "and " + pause.toSeconds() + " s to wait do not fit the call's deadline");
    }

    /// Whether the same request may well be answered a little later.
    public static boolean mayPass(Cause cause) {
        return switch (cause) {
            case REQUEST_TIMEOUT,
                    CONFLICT,
                    RATE_LIMITED,
                    SERVER_ERROR,
                    OVERLOADED,
                    UNREACHABLE,
                    RESET,
                    CUT,
                    FIRST_TOKEN_TIMEOUT,
                    STALLED,
                    MALFORMED,
                    ERROR_EVENT,
                    EMPTY,
                    BREAKER_OPEN ->
                    true;
            case INVALID_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    OUT_OF_QUOTA,
                    DEADLINE,
                    CANCELLED ->
                    false;
        };
    }

    /// Whether the failure tells that the vendor itself is unwell: what its breaker counts. A rate
    /// limit is the key's, a refusal the request's, a cancel the client's.
    public static boolean blamesVendor(Cause cause) {
        return switch (cause) {
            case REQUEST_TIMEOUT,
                    SERVER_ERROR,
                    OVERLOADED,
                    UNREACHABLE,
                    RESET,
                    CUT,
                    FIRST_TOKEN_TIMEOUT,
                    STALLED,
                    MALFORMED,
                    ERROR_EVENT,
                    EMPTY ->
                    true;
            case INVALID_REQUEST,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    OUT_OF_QUOTA,
                    CONFLICT,
                    RATE_LIMITED,
                    BREAKER_OPEN,
                    DEADLINE,
                    CANCELLED ->
                    false;
        };
    }

    private Duration pause(int attempt, double jitter) {
        var full = firstPause.multipliedBy(1L << Math.min(attempt - 1, 16));
        var bounded = full.compareTo(longestPause) < 0 ? full : longestPause;
        return Duration.ofMillis((long) (bounded.toMillis() * (0.5 + jitter / 2)));
    }
}
