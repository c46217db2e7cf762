package dev.monkeycoder.gateway.upstream.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.UnreadableEvent;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.Problem.FieldError;
import dev.monkeycoder.kit.rest.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Passes a part's refusal on to the client: the same kind of problem, with the detail and the
/// fields that the part named, under this request's trace id.
public final class Refusals {
    private Refusals() {}

    /// @throws ProblemException unless `answer` is good
    public static void check(Part part, Answer answer) {
        if (!answer.isGood()) {
            throw problem(part, answer);
        }
    }

    private static ProblemException problem(Part part, Answer answer) {
        if (answer.status() == 401 || answer.status() < 400) {
            return ProblemException.of(
                    Problem.Type.BAD_UPSTREAM,
                    "The " + part.partName() + " did not take what the gateway sent it.");
        }
        var told = told(answer);
        var errors = told.map(Refusals::errors).orElse(List.of());
        if (answer.status() == 400 && !errors.isEmpty()) {
            return ProblemException.invalid(errors);
        }
        var type = type(answer.status());
        var detail =
                told.map(json -> json.path("detail").asText("")).filter(text -> !text.isBlank());
        return ProblemException.of(type, detail.orElse(type.title() + "."));
    }

    private static Problem.Type type(int status) {
        return Stream.of(Problem.Type.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(Problem.Type.INVALID_REQUEST);
    }

    private static Optional<JsonNode> told(Answer answer) {
        if (answer.contentType()
                .filter(type -> type.startsWith("application/problem+json"))
                .isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventJson.read(answer.text(), JsonNode.class));
        } catch (UnreadableEvent _) {
            return Optional.empty();
        }
    }

    private static List<FieldError> errors(JsonNode problem) {
        return StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error ->
                        new FieldError(
                                error.path("field").asText(""), error.path("message").asText("")))
                .toList();
    }
}
