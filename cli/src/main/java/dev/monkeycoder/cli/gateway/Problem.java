package dev.monkeycoder.cli.gateway;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.terminal.Plain;
import java.util.Optional;
import java.util.stream.Stream;

/// An error answer: problem+json (RFC 9457), or whatever else a server said.
///
/// @param errors what is wrong with single fields, as one text
public record Problem(
        int status,
        String title,
        Optional<String> detail,
        Optional<String> errors,
        Optional<String> trace) {
    public static Problem of(int status, String body) {
        var tree = Json.tree(body).filter(JsonNode::isObject);
        return new Problem(
                status,
                tree.flatMap(is -> text(is, "title")).orElse("the gateway answered with an error"),
                tree.flatMap(is -> text(is, "detail")),
                tree.map(is -> errors(is.path("errors"))).filter(text -> !text.isEmpty()),
                tree.flatMap(is -> text(is, "trace")));
    }

    /// One sentence, with what to do where the status says it, and the trace id.
    public String sentence() {
        return Plain.line(detail.orElse(title))
                + errors.map(text -> ": " + Plain.line(text)).orElse("")
                + " (HTTP "
                + status
                + trace.map(id -> ", trace " + Plain.line(id)).orElse("")
                + ")"
                + hint();
    }

    private String hint() {
        return switch (status) {
            case 401 -> "; MONKEY_KEY or `monkey login` gives another credential";
            case 429, 503 -> "; try again in a moment";
            default -> "";
        };
    }

    private static String errors(JsonNode errors) {
        return Stream.of(errors)
                .flatMap(JsonNode::valueStream)
                .map(error -> error.path("field").asText() + " " + error.path("message").asText())
                .collect(joining("; "));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(text -> !text.isBlank());
    }
}
