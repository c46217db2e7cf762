package dev.monkeycoder.provider.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a [ChatFailure] of a vendor's refusal, before a stream or inside one.
///
/// Of the body only its code, type and parameter are told on, and only when they look like names:
/// the vendor's sentence may quote the key or the prompt. Bodies: OpenAI, Groq `{"error":{}}`; xAI
/// `{"code","error":"text"}`; Google `[{"error":{}}]`; Anthropic `{"type":"error","error":{}}`.
public final class ErrorDecoder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,63}");

    private ErrorDecoder() {}

    /// @param header a response header by its name
    public static ChatFailure refused(
            Vendor vendor,
            int status,
            Function<String, Optional<String>> header,
            String body,
            Instant now) {
        var error = error(read(body));
        var hint = RetryHints.of(header, error, now);
        return failure(vendor, cause(status, error), Integer.toString(status), error, hint);
    }

    static ChatFailure inStream(Vendor vendor, JsonNode node) {
        var error = error(node);
        var cause = outOfQuota(error) ? Cause.OUT_OF_QUOTA : Cause.ERROR_EVENT;
        var hint = RetryHints.of(_ -> Optional.empty(), error, Instant.EPOCH);
        return failure(vendor, cause, "an error inside its stream", error, hint);
    }

    private static Cause cause(int status, JsonNode error) {
        if (outOfQuota(error)) {
            return Cause.OUT_OF_QUOTA;
        }
        return switch (status) {
            case 401 -> Cause.UNAUTHORIZED;
            case 402 -> Cause.OUT_OF_QUOTA;
            case 403 -> Cause.FORBIDDEN;
            case 404 -> Cause.NOT_FOUND;
            case 408 -> Cause.REQUEST_TIMEOUT;
            case 409 -> Cause.CONFLICT;
            case 429 -> Cause.RATE_LIMITED;
            case 503, 529 -> Cause.OVERLOADED;
            default -> status >= 500 ? Cause.SERVER_ERROR : Cause.INVALID_REQUEST;
        };
    }

    private static boolean outOfQuota(JsonNode error) {
        return names(error)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name ->
                        name.equals("insufficient_quota")
                                || name.equals("billing_hard_limit_reached")
                                || name.equals("billing_error"));
    }

    private static ChatFailure failure(
            Vendor vendor, Cause cause, String what, JsonNode error, Optional<Duration> hint) {
        var names = names(error).distinct().collect(Collectors.joining(", "));
        var parameter = name(error, "param").map(name -> ", parameter " + name).orElse("");
        var detail =
                vendor.wireName()
                        + " answered "
                        + what
                        + (names.isEmpty() ? "" : " (" + names + parameter + ")")
                        + ": "
                        + advice(vendor, cause);
        return new ChatFailure(cause, detail, hint);
    }

    private static String advice(Vendor vendor, Cause cause) {
        return switch (cause) {
            case UNAUTHORIZED -> "check " + vendor.keyVariable().orElse(vendor.addressVariable());
            case FORBIDDEN -> "its key may not do this";
            case NOT_FOUND -> "it has no such model, or not at this address";
            case OUT_OF_QUOTA -> "its account has no quota or money left";
            case INVALID_REQUEST -> "it does not take this request as it stands";
            case RATE_LIMITED -> "too many requests or tokens in a short time";
            default -> "it could not answer";
        };
    }

    private static Stream<String> names(JsonNode error) {
        return Stream.of("code", "type", "status").flatMap(field -> name(error, field).stream());
    }

    private static Optional<String> name(JsonNode error, String field) {
        var value = error.path(field);
        return value.isTextual() && NAME.matcher(value.textValue()).matches()
                ? Optional.of(value.textValue())
                : Optional.empty();
    }

    private static JsonNode error(JsonNode body) {
        var node = body.isArray() ? body.path(0) : body;
        return node.path("error").isObject() ? node.path("error") : node;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
