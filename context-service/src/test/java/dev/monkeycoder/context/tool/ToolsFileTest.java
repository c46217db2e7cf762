package dev.monkeycoder.context.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.monkeycoder.context.tool.ToolReader.Reading;
import dev.monkeycoder.events.ToolUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Holds what models are told of the tools to what the tools take.
class ToolsFileTest {
    private final List<JsonNode> tools = new ArrayList<>();

    @BeforeEach
    void readFile() throws IOException {
        try (var file = getClass().getResourceAsStream("/tools.yaml")) {
            new YAMLMapper().readTree(file).forEach(tools::add);
        }
    }

    @Test
    void everyToolIsThere() {
        assertThat(tools)
                .extracting(tool -> tool.path("name").asText())
                .containsExactlyElementsOf(Tool.NAMES);
        assertThat(tools)
                .allSatisfy(tool -> assertThat(tool.path("description").asText()).isNotBlank());
    }

    @Test
    void theFieldsOfASchemaAreThoseThatTheToolTakes() {
        for (var tool : tools) {
            var fields = new ArrayList<String>();
            tool.at("/parameters/properties").fieldNames().forEachRemaining(fields::add);

            assertThat(sentence(tool, "{\"no_such_field\":1}"))
                    .isEqualTo(
                            "There is no argument named no_such_field. The arguments are "
                                    + String.join(", ", fields)
                                    + ".");
        }
    }

    @Test
    void theFieldsThatMustBeThereAreThoseThatTheToolMisses() {
        for (var tool : tools) {
            var given = new ArrayList<String>();
            for (var required : tool.at("/parameters/required")) {
                assertThat(sentence(tool, "{" + String.join(",", given) + "}"))
                        .isEqualTo("The argument " + required.asText() + " is missing.");
                given.add("\"" + required.asText() + "\":\"x\"");
            }
            assertThat(read(tool, "{" + String.join(",", given) + "}"))
                    .isInstanceOf(Reading.Understood.class);
        }
    }

    private static String sentence(JsonNode tool, String arguments) {
        return ((Reading.Refused) read(tool, arguments)).sentence();
    }

    private static Reading read(JsonNode tool, String arguments) {
        return ToolReader.read(new ToolUse("use-1", tool.path("name").asText(), arguments));
    }
}
