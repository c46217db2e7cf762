package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshConfigTest {
    private static final Path STATE = Path.of("/state");
    private static final Checkout CHECKOUT = new Checkout(Path.of("/repository"));

    @Test
    void portsAreAsDocumentedUnlessMoved() {
        MeshConfig config = config(Map.of("MONKEY_PORT_GATEWAY", "18080"));
        assertThat(config.port(Part.GATEWAY)).isEqualTo(18080);
        assertThat(config.port(Part.ORCHESTRATOR)).isEqualTo(8081);
        assertThat(config.port(Part.PROVIDER)).isEqualTo(8082);
        assertThat(config.port(Part.CONTEXT)).isEqualTo(8083);
        assertThat(config.port(Part.AUTH)).isEqualTo(8084);
        assertThat(config.port(Part.SIMULATOR)).isEqualTo(8090);
        assertThat(config.port(Part.KEYCLOAK)).isEqualTo(8180);
        assertThat(config.port(Part.POSTGRES)).isEqualTo(5433);
        assertThat(config.port(Part.KAFKA)).isEqualTo(9092);
        assertThat(config.port(Part.TRACES)).isEqualTo(4318);
        assertThat(config.url(Part.GATEWAY)).isEqualTo(URI.create("http://127.0.0.1:18080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyVariableIsAsGoodAsNone(String value) {
        MeshConfig config = config(Map.of("MONKEY_PORT_AUTH", value, "OPENAI_API_KEY", value));
        assertThat(config.port(Part.AUTH)).isEqualTo(8084);
        assertThat(config.simulated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight", "0", "-1", "65536", "80 80"})
    void aPortThatIsNoneIsRefusedWithItsVariable(String value) {
        assertThatThrownBy(() -> config(Map.of("MONKEY_PORT_KAFKA", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MONKEY_PORT_KAFKA: " + value + " (expected: a port from 1 to 65535)");
    }

    @Test
    void twoPartsOnOnePortAreRefused() {
        assertThatThrownBy(() -> config(Map.of("MONKEY_PORT_GATEWAY", "9092")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MONKEY_PORT_GATEWAY: port 9092 is also that of kafka");
    }

    @Test
    void thePortOfAPartThatIsNotStartedMayBeUsedByAnother() {
        MeshConfig config =
                config(Map.of("MONKEY_MODEL_URL", "http://ollama", "MONKEY_PORT_GATEWAY", "8090"));
        assertThat(config.port(Part.GATEWAY)).isEqualTo(8090);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPENAI_API_KEY",
                "ANTHROPIC_API_KEY",
                "GEMINI_API_KEY",
                "GROQ_API_KEY",
                "XAI_API_KEY",
                "MONKEY_MODEL_URL"
            })
    void whereAModelIsNamedNothingIsSimulated(String variable) {
        MeshConfig config = config(Map.of(variable, "something"));
        assertThat(config.simulated()).isFalse();
        assertThat(config.parts()).doesNotContain(Part.SIMULATOR);
    }

    @Test
    void aModelsNameOrKeyAloneNamesNoServer() {
        assertThat(config(Map.of("MONKEY_MODEL", "x", "MONKEY_MODEL_KEY", "y")).simulated())
                .isTrue();
    }

    @Test
    void copiesChangeOneThing() {
        MeshConfig config = config(Map.of());
        assertThat(config.without(Part.KEYCLOAK).parts()).doesNotContain(Part.KEYCLOAK);
        assertThat(config.onPorts(Map.of(Part.AUTH, 1)).port(Part.AUTH)).isEqualTo(1);
        MeshConfig told =
                config.with(Part.AUTH, Map.of("A", "1", "B", "1"))
                        .with(Part.AUTH, Map.of("A", "2"));
        assertThat(told.extra()).containsEntry(Part.AUTH, Map.of("A", "2", "B", "1"));
    }

    private static MeshConfig config(Map<String, String> environment) {
        return MeshConfig.of(CHECKOUT, STATE, environment);
    }
}
