package dev.monkeycoder.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.ToolSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "developer",
                "architect",
                "reviewer",
                "security_analyst",
                "performance_expert",
                "tester",
                "technical_writer",
                "custom"
            })
    void everyPersonaOfTheApiIsAnAgent(String persona) {
        assertThat(CATALOGUE.persona(persona).map(agent -> agent.name().value())).contains(persona);
        assertThat(CATALOGUE.personas()).contains(persona);
    }

    @Test
    void onlyThoseWriteWhoMay() {
        var writers =
                CATALOGUE.agents().stream()
                        .filter(agent -> agent.tools().contains("write_file"))
                        .map(agent -> agent.name().value())
                        .toList();
        assertThat(writers).contains("developer").doesNotContain("planner", "reviewer");
        assertThat(CATALOGUE.named(new AgentName("nobody"))).isEmpty();
        assertThat(CATALOGUE.names()).startsWith("planner, developer, reviewer");
    }

    @Test
    void schemasOfToolsAreJsonObjects() throws IOException {
        assertThat(CATALOGUE.tools())
                .extracting(ToolSpec::name)
                .containsExactly("list_files", "read_file", "search_files", "write_file");
        for (var tool : CATALOGUE.tools()) {
            var schema = new JsonMapper().readTree(tool.parameters());
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
        }
        var read = new JsonMapper().readTree(CATALOGUE.tools().get(1).parameters());
        assertThat(read.at("/properties/start_line/minimum").isInt()).isTrue();
        assertThat(read.at("/required/0").asText()).isEqualTo("path");
    }

    @Test
    void toolsAreThoseThatContextServiceDoes() throws IOException {
        var theirs = Path.of("..", "context-service", "src", "main", "resources", "tools.yaml");
        assertThat(definitions(Path.of("src", "main", "resources", "tools.yaml")))
                .isEqualTo(definitions(theirs));
    }

    private static List<ToolSpec> definitions(Path file) throws IOException {
        return ToolFile.parse(file.toString(), Files.readString(file));
    }
}
