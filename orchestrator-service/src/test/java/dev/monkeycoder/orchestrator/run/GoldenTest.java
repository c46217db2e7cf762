package dev.monkeycoder.orchestrator.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.kit.event.EventJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pins the JSON of every stored event. A golden file is never edited: histories have it. What
/// can't be read from it any more is a new version of the event.
class GoldenTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<RunEvent> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isStoredAndReadAsItsGoldenFileHasIt(RunEvent event) throws IOException {
        var golden = golden(event);
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(JSON.readTree(golden));
        assertThat(EventJson.read(golden, RunEvent.class)).isEqualTo(event);
    }

    @Test
    void everyKindOfEventHasASample() {
        var sampled = samples().map(Object::getClass).collect(Collectors.toSet());
        assertThat(leaves(RunEvent.class).collect(Collectors.toSet())).isEqualTo(sampled);
    }

    @Test
    void aFieldThatANewerReplicaAddedIsPassedOver() {
        var json = "{\"type\":\"run_finished.v1\",\"answer\":\"done\",\"mood\":\"good\"}";
        assertThat(EventJson.read(json, RunEvent.class))
                .isEqualTo(new RunEvent.RunFinished("done"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenTest::leaves)
                : Stream.of(type);
    }

    private static String golden(RunEvent event) throws IOException {
        var types = RunEvent.class.getAnnotation(JsonSubTypes.class);
        assertThat(types).isNotNull();
        var name =
                Stream.of(types.value())
                        .filter(type -> type.value().equals(event.getClass()))
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElseThrow();
        try (var file = GoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file)
                    .as(
                            "golden/%s.json is missing; the event reads %s",
                            name, EventJson.write(event))
                    .isNotNull();
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
