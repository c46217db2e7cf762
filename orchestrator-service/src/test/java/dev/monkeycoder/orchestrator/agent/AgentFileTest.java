package dev.monkeycoder.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.run.Agent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentFileTest {
    private static final List<ToolSpec> TOOLS = List.of(new ToolSpec("read_file", "Reads.", "{}"));
    private static final String GOOD =
            """
            - name: planner
              version: 3
              description: Plans.
              persona: architect
              tools: [read_file]
              handoffs: [coder]
              temperature: 0.2
              max_tokens: 100
              instructions: |
                Plan it.
            - name: coder
              version: 1
              description: Codes.
              instructions: Code it.
            """;

    @Test
    void readsEveryField() {
        var agents = AgentFile.parse("a.yaml", GOOD, TOOLS);
        assertThat(agents.getFirst())
                .isEqualTo(
                        new Agent(
                                new AgentName("planner"),
                                3,
                                "Plans.",
                                "Plan it.",
                                Optional.of("architect"),
                                List.of("read_file"),
                                List.of(new AgentName("coder")),
                                Optional.of(0.2),
                                Optional.of(100)));
        assertThat(agents.getLast().tools()).isEmpty();
        assertThat(agents.getLast().temperature()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: planner | name: Plan-Ner | a.yaml:1: name: Plan-Ner (expected: [a-z]",
                "version: 3 | version: three | a.yaml:2: version: three (expected: a whole number)",
                "version: 3 | version: 0 | a.yaml:2: version: 0 (expected: >= 1)",
                "description: Plans. | summary: Plans. | a.yaml:3: summary: not a field",
                "description: Plans. | description: '' | a.yaml:3: description: missing",
                "[read_file] | [rm_rf] | a.yaml:5: tools: rm_rf (expected: one of read_file)",
                "[read_file] | read_file | a.yaml:5: tools: not a list",
                "[coder] | [tester] | a.yaml:6: handoffs: tester (expected: one of coder)",
                "[coder] | [planner] | a.yaml:6: handoffs: planner (expected: one of coder)",
                "0.2 | 2.5 | a.yaml:7: temperature: 2.5 (expected: 0 to 2)",
                "0.2 | warm | a.yaml:7: temperature: warm (expected: a number)",
                "max_tokens: 100 | max_tokens: -1 | a.yaml:8: max_tokens: -1 (expected: >= 1)",
                "name: coder | name: planner | a.yaml:11: name: defined twice",
                "name: coder | nome: coder | a.yaml:11: nome: not a field",
                "description: Codes. | description: [a] | a.yaml:13: not a text",
            })
    void aMistakeIsToldWithItsLine(String good, String bad, String message) {
        var yaml = GOOD.replaceFirst(Pattern.quote(good), bad);
        assertThat(yaml).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> AgentFile.parse("a.yaml", yaml, TOOLS))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aFileThatIsNoListOrNoYamlIsRefused() {
        assertThatThrownBy(() -> AgentFile.parse("a.yaml", "name: x", TOOLS))
                .hasMessage("a.yaml:1: not a list (expected: a list of mappings)");
        assertThatThrownBy(() -> AgentFile.parse("a.yaml", "- name: x\n- [", TOOLS))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining(": not YAML: ");
        assertThatThrownBy(() -> AgentFile.parse("a.yaml", "- name: x\n  version: 1\n- y", TOOLS))
                .hasMessage("a.yaml:3: not a mapping (expected: name: value)");
    }
}
