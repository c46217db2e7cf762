package dev.monkeycoder.kit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// An error as RFC 9457 (`application/problem+json`) has it.
///
/// @param type documented under this path in `docs/api.md`
/// @param detail one sentence: what is wrong and what to do
/// @param trace the trace id, to find it in logs and traces
/// @param errors what is wrong with each field, for `invalid_request`
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String trace,
        List<FieldError> errors) {

    public record FieldError(String field, String message) {}

    /// Every kind of error that a service answers with.
    public enum Type {
        INVALID_REQUEST(400, "The request is not valid"),
        UNAUTHENTICATED(401, "No valid credential"),
        FORBIDDEN(403, "The credential does not allow this"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
        NOT_ACCEPTABLE(406, "None of the accepted types can be given"),
        CONFLICT(409, "It is not in a state for this"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "This type of body is not taken"),
        IDEMPOTENCY_MISMATCH(422, "The idempotency key was used for another request"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        INTERNAL(500, "A fault of this system"),
        BAD_UPSTREAM(502, "A part behind this one gave no valid answer"),
        UNAVAILABLE(503, "A part behind this one is not there");

        private final int status;
        private final String title;

        Type(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /// The name in `type`, such as `/problems/not-found`.
        public String uri() {
            return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
