package dev.monkeycoder.cli.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsTest {
    @Test
    void withoutAModelItSaysWhichVariablesToSet() {
        assertThat(Models.missing(Map.of("OPENAI_API_KEY", " "), Optional.empty()))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("XAI_API_KEY", "MONKEY_MODEL_URL"));
    }

    @Test
    void oneKeyIsEnough() {
        assertThat(Models.missing(Map.of("GROQ_API_KEY", "k"), Optional.empty())).isEmpty();
    }

    @Test
    void aServerOfOnesOwnNeedsTheModelsName() {
        var server = Map.of("MONKEY_MODEL_URL", "http://127.0.0.1:11434/v1");
        assertThat(Models.missing(server, Optional.empty()))
                .hasValueSatisfying(text -> assertThat(text).contains("MONKEY_MODEL"));
        assertThat(Models.missing(server, Optional.of("llama"))).isEmpty();
        assertThat(
                        Models.missing(
                                Map.of("MONKEY_MODEL_URL", "x", "MONKEY_MODEL", "llama"),
                                Optional.empty()))
                .isEmpty();
    }
}
