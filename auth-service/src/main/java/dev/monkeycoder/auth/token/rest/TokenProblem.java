package dev.monkeycoder.auth.token.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.monkeycoder.auth.token.TokenRefusal;
import dev.monkeycoder.kit.rest.Problem;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// The answer to an exchange that was refused: a problem as everywhere (RFC 9457), with the fields
/// of OAuth beside it (RFC 6749, 5.2).
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record TokenProblem(
        String type,
        String title,
        int status,
        String detail,
        String trace,
        String error,
        String errorDescription) {
    private static final int RETRY_SECONDS = 5;

    static Response response(TokenRefusal refusal) {
        var type = type(refusal.kind());
        var response =
                Response.status(type.status())
                        .type("application/problem+json")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(of(type, refusal));
        return switch (refusal.kind()) {
            case CREDENTIAL -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case UNAVAILABLE -> response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
            case MALFORMED, UNSUPPORTED -> response.build();
        };
    }

    private static TokenProblem of(Problem.Type type, TokenRefusal refusal) {
        var span = Span.current().getSpanContext();
        return new TokenProblem(
                type.uri(),
                type.title(),
                type.status(),
                refusal.description(),
                span.isValid() ? span.getTraceId() : "",
                refusal.kind().error(),
                refusal.description());
    }

    private static Problem.Type type(TokenRefusal.Kind kind) {
        return switch (kind) {
            case MALFORMED, UNSUPPORTED -> Problem.Type.INVALID_REQUEST;
            case CREDENTIAL -> Problem.Type.UNAUTHENTICATED;
            case UNAVAILABLE -> Problem.Type.UNAVAILABLE;
        };
    }
}
