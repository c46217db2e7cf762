package dev.monkeycoder.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.monkeycoder.kit.kafka.Failures;
import dev.monkeycoder.kit.rest.Problem.FieldError;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever ends a request badly into a [Problem]. Faults of ours are logged whole and told
/// without their message.
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return response(e.type(), e.detail(), e.errors(), e.retryAfter());
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    Response unauthorized(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return response(
                Problem.Type.FORBIDDEN,
                "The credential lacks the scope that this needs; docs/api.md names it.",
                List.of(),
                Optional.empty());
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    field(path(unknown), "is not a field of this request");
            case JsonMappingException mapping ->
                    field(path(mapping), "has a value of the wrong type or is missing");
            default -> field("body", "is not valid JSON");
        };
    }

    /// Quarkus has a mapper of its own for this class, which only one for the same class replaces.
    @ServerExceptionMapper
    Response json(MismatchedInputException e) {
        return json((JsonProcessingException) e);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        var status = e.getResponse().getStatus();
        return Stream.of(Problem.Type.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> response(type, type.title() + ".", List.of(), Optional.empty()))
                .orElseGet(() ->
                        status < 500
                                ? response(
                                        Problem.Type.INVALID_REQUEST,
                                        "The request is not valid.",
                                        List.of(),
                                        Optional.empty())
                                : fault(e));
    }

    @ServerExceptionMapper
    Response fault(Throwable e) {
        if (Failures.mayPass(e)) {
            LOG.warnf("request met a part that is gone error=%s", e);
            return response(
                    Problem.Type.UNAVAILABLE,
                    "The database can't be reached now; nothing was changed. Try again later.",
                    List.of(),
                    Optional.of(Duration.ofSeconds(2)));
        }
        LOG.error("request failed", e);
        return response(
                Problem.Type.INTERNAL,
                "Something failed here; the trace id leads to the cause in the logs.",
                List.of(),
                Optional.empty());
    }

    private static Response unauthenticated() {
        var problem =
                response(
                        Problem.Type.UNAUTHENTICATED,
                        "Send a valid key or token in the header Authorization: Bearer ….",
                        List.of(),
                        Optional.empty());
        return Response.fromResponse(problem).header("WWW-Authenticate", "Bearer").build();
    }

    private static Response field(String field, String message) {
        return response(
                Problem.Type.INVALID_REQUEST,
                field + " " + message + ".",
                List.of(new FieldError(field, message)),
                Optional.empty());
    }

    private static String path(JsonMappingException e) {
        var path =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
        return path.isEmpty() ? "body" : path;
    }

    private static Response response(
            Problem.Type type,
            String detail,
            List<FieldError> errors,
            Optional<Duration> retryAfter) {
        var trace = Span.current().getSpanContext();
        var problem =
                new Problem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        detail,
                        trace.isValid() ? trace.getTraceId() : "",
                        errors);
        var response = Response.status(type.status()).type(PROBLEM).entity(problem);
        retryAfter.ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return response.build();
    }
}
