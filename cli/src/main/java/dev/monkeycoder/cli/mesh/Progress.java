package dev.monkeycoder.cli.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.run.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A line of the supervisor's standard output (`MeshMain` in module local-mesh has the format).
public sealed interface Progress {
    /// A step of one part.
    ///
    /// @param time since its start began
    /// @param failure why it failed or is started again
    record Part(String name, Step step, Duration time, Optional<String> failure)
            implements Progress {}

    /// The mesh can be used. Keycloak may still be on its way.
    record Ready(Duration time) implements Progress {}

    /// It did not come up, and what was started has been ended.
    record Failed(String failure) implements Progress {}

    /// How far a part is.
    enum Step {
        WAITING,
        STARTING,
        READY,
        FAILED,
        RESTARTING,
        STOPPED;

        private static Optional<Step> named(String name) {
            return Stream.of(values())
                    .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /// Empty when the line is something else.
    static Optional<Progress> of(String line) {
        return Json.tree(line)
                .flatMap(tree ->
                        switch (tree.path("event").asText()) {
                            case "part" -> part(tree);
                            case "ready" -> Optional.of(new Ready(time(tree)));
                            case "failed" ->
                                    Optional.of(
                                            new Failed(failure(tree).orElse("no reason given")));
                            default -> Optional.empty();
                        });
    }

    private static Optional<Progress> part(JsonNode tree) {
        return Step.named(tree.path("state").asText())
                .map(step -> new Part(tree.path("part").asText(), step, time(tree), failure(tree)));
    }

    private static Duration time(JsonNode tree) {
        return Duration.ofMillis(tree.path("ms").asLong());
    }

    private static Optional<String> failure(JsonNode tree) {
        return Optional.of(tree.path("failure").asText("")).filter(text -> !text.isBlank());
    }
}
