package dev.monkeycoder.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pins the JSON of every event. A golden file is never edited: what can't be read from it any more
/// is a new version of the event.
class GoldenTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    static Stream<Event> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAndReadAsItsGoldenFileHasIt(Event event) throws IOException {
        var golden = JSON.readTree(golden(event));
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(golden);
        assertThat(JSON.treeToValue(golden, EventType.of(event).event())).isEqualTo(event);
    }

    @Test
    void everyKindOfEventHasASample() {
        var sampled = samples().map(Object::getClass).collect(Collectors.toSet());
        assertThat(leaves(Event.class).collect(Collectors.toSet())).isEqualTo(sampled);
    }

    @Test
    void everyTypeIsFoundByItsName() {
        for (var type : EventType.values()) {
            assertThat(EventType.named(type.type())).contains(type);
        }
        assertThat(EventType.named("dev.monkeycoder.unheard_of.v1")).isEmpty();
    }

    @Test
    void aMissingFieldIsRefusedByName() {
        assertThatThrownBy(() ->
                        JSON.readValue("{\"reason\":\"x\"}", RunCommand.RunCancelRequested.class))
                .hasMessageContaining("run: missing");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenTest::leaves)
                : Stream.of(type);
    }

    private static String golden(Event event) throws IOException {
        var name = event.getClass().getSimpleName() + ".v1.json";
        try (var file = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(file)
                    .as(
                            "golden/%s is missing; the event reads %s",
                            name, JSON.writeValueAsString(event))
                    .isNotNull();
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
