package dev.monkeycoder.provider.call;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;

/// What a call is told to have come to.
public final class Verdicts {
    private Verdicts() {}

    public static ModelCompleted completed(
            CallId call, int attempt, String vendor, ChatAnswer answer, Spent spent) {
        return new ModelCompleted(
                call,
                attempt,
                vendor,
                answer.model(),
                answer.text(),
                answer.toolUses(),
                answer.finish().wire(),
                spent.usage(),
                spent.cost());
    }

    /// @param reason why there is no further attempt; empty when that is plain
    public static Failure failure(ChatFailure failure, String reason) {
        var detail = reason.isEmpty() ? failure.detail() : failure.detail() + ", " + reason;
        return new Failure(kind(failure), detail);
    }

    public static Failure refused(String detail) {
        return new Failure(Kind.INVALID, detail);
    }

    public static Failure cancelled() {
        return new Failure(Kind.CANCELLED, "the model call was cancelled");
    }

    public static Failure late() {
        return new Failure(
                Kind.DEADLINE_EXCEEDED, "the model call's deadline passed before it could be made");
    }

    public static Failure exhausted(int attempts) {
        return new Failure(
                Kind.UNAVAILABLE,
                "the model call was cut off in each of its "
                        + attempts
                        + " attempts, the last time because the process that made it died");
    }

    private static Kind kind(ChatFailure failure) {
        return switch (failure.cause()) {
            case INVALID_REQUEST, NOT_FOUND -> Kind.INVALID;
            case UNAUTHORIZED, FORBIDDEN, OUT_OF_QUOTA -> Kind.REFUSED;
            case DEADLINE -> Kind.DEADLINE_EXCEEDED;
            case CANCELLED -> Kind.CANCELLED;
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
                    Kind.UNAVAILABLE;
        };
    }
}
