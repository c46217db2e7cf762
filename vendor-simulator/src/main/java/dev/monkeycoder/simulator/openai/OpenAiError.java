package dev.monkeycoder.simulator.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.model.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An error as OpenAI reports it: `{"error": {"message", "type", "param", "code"}}`.
///
/// @param headers beside the usual ones of a response
public record OpenAiError(int status, Map<String, String> headers, String body) {
    private static final String INVALID_REQUEST = "invalid_request_error";

    static OpenAiError noKey() {
        return of(
                401,
                error(
                        "You didn't provide an API key. You need to provide your API key in an"
                            + " Authorization header using Bearer auth (i.e. Authorization: Bearer"
                            + " YOUR_KEY).",
                        INVALID_REQUEST,
                        Optional.empty(),
                        Optional.empty()));
    }

    static OpenAiError invalid(ChatRequest.Invalid invalid) {
        return of(400, error(invalid.message(), INVALID_REQUEST, invalid.param(), invalid.code()));
    }

    static OpenAiError unknownModel(String model) {
        return of(
                404,
                error(
                        "The model `" + model + "` does not exist or you do not have access to it.",
                        INVALID_REQUEST,
                        Optional.empty(),
                        Optional.of("model_not_found")));
    }

    /// What the simulator itself can't do; OpenAI has no such codes.
    static OpenAiError refused(Reply.Why why, String detail) {
        return switch (why) {
            case UNKNOWN_MODEL -> unknownModel(detail);
            case NO_RULE -> simulators(404, detail, "no_script_rule");
            case TOOL_NOT_OFFERED -> simulators(400, detail, "tool_not_offered");
            case BAD_DIRECTIVE -> simulators(400, detail, "bad_directive");
        };
    }

    private static OpenAiError simulators(int status, String detail, String code) {
        return of(
                status,
                error(
                        "vendor simulator: " + detail,
                        INVALID_REQUEST,
                        Optional.empty(),
                        Optional.of(code)));
    }

    /// The error of a fault that comes instead of an answer.
    static OpenAiError of(Fault fault, String model) {
        return switch (fault.kind()) {
            case RATE_LIMITED ->
                    new OpenAiError(429, retryHeaders(fault), rateLimited(model).toString());
            case OVERLOADED -> new OpenAiError(529, retryHeaders(fault), overloaded().toString());
            case REFUSED -> of(401, wrongKey());
            case SERVER_ERROR, CUT, STALL, MALFORMED, ERROR_EVENT, EMPTY ->
                    new OpenAiError(500, retryHeaders(fault), serverError().toString());
        };
    }

    /// What stands in a stream that breaks with an error, and in the body of a 200 that is none.
    static ObjectNode serverError() {
        return error(
                "The server had an error while processing your request. Sorry about that!",
                "server_error",
                Optional.empty(),
                Optional.empty());
    }

    private static ObjectNode rateLimited(String model) {
        return error(
                "Rate limit reached for "
                        + model
                        + " on requests per min (RPM). Please try again later.",
                "requests",
                Optional.empty(),
                Optional.of("rate_limit_exceeded"));
    }

    private static ObjectNode overloaded() {
        return error(
                "The engine is currently overloaded, please try again later.",
                "overloaded_error",
                Optional.empty(),
                Optional.empty());
    }

    private static ObjectNode wrongKey() {
        return error(
                "Incorrect API key provided.",
                INVALID_REQUEST,
                Optional.empty(),
                Optional.of("invalid_api_key"));
    }

    private static Map<String, String> retryHeaders(Fault fault) {
        Map<String, String> headers = new LinkedHashMap<>();
        fault.retryAfter()
                .map(Duration::toSeconds)
                .ifPresent(s -> headers.put("retry-after", s.toString()));
        fault.retryAfter()
                .map(Duration::toMillis)
                .ifPresent(ms -> headers.put("retry-after-ms", ms.toString()));
        return headers;
    }

    private static OpenAiError of(int status, ObjectNode body) {
        return new OpenAiError(status, Map.of(), body.toString());
    }

    private static ObjectNode error(
            String message, String type, Optional<String> param, Optional<String> code) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param.orElse(null))
                .put("code", code.orElse(null));
        return root;
    }
}
