package dev.monkeycoder.kit.rest;

import dev.monkeycoder.kit.rest.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Ends a request with a [Problem]. Made by the factories, one for each mistake.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem.Type type;
    private final transient List<FieldError> errors;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(
            Problem.Type type,
            String detail,
            List<FieldError> errors,
            Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(Problem.Type type, String detail) {
        return new ProblemException(type, detail, List.of(), Optional.empty());
    }

    /// @param what the thing that was asked for, such as `run 0198…`
    public static ProblemException notFound(String what) {
        return of(Problem.Type.NOT_FOUND, what + " does not exist, or not for this tenant.");
    }

    public static ProblemException invalid(List<FieldError> errors) {
        var first = errors.getFirst();
        return new ProblemException(
                Problem.Type.INVALID_REQUEST,
                first.field() + ": " + first.message(),
                errors,
                Optional.empty());
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /// @param part which part is gone, such as `orchestrator`
    public static ProblemException unavailable(String part, Duration retryAfter) {
        return new ProblemException(
                Problem.Type.UNAVAILABLE,
                "The " + part + " can't be reached now; nothing was changed. Try again later.",
                List.of(),
                Optional.of(retryAfter));
    }

    public Problem.Type type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
