package dev.monkeycoder.simulator.script.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.play.Pace;
import dev.monkeycoder.simulator.script.Rule;
import dev.monkeycoder.simulator.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    @TempDir Path folder;

    @Test
    void aWholeScript() {
        Script script =
                ScriptReader.read(
                        "mine.yaml",
                        """
                        model: mine
                        pace: {ttft_ms: 20, tokens_per_second: 90}
                        rules:
                          - agent: writer
                            visit: 2
                            step: 1
                            user_contains: Handed over by
                            text: I write.
                            calls:
                              - tool: write_file
                                arguments:
                                  path: A.java
                                  content: |
                                    class A {
                                    }
                              - {tool: list_files, arguments: {}}
                            pace: {tokens_per_second: 5}
                          - text: Anything else.
                        """);
        assertThat(script)
                .isEqualTo(
                        new Script(
                                "mine",
                                new Pace(Duration.ofMillis(20), 90),
                                List.of(
                                        new Rule(
                                                new Rule.When(
                                                        Optional.of("writer"),
                                                        OptionalInt.of(2),
                                                        OptionalInt.of(1),
                                                        Optional.of("Handed over by")),
                                                "I write.",
                                                List.of(
                                                        new ToolCall(
                                                                "write_file",
                                                                "{\"path\":\"A.java\",\"content\":\"class"
                                                                    + " A {\\n}\\n\"}"),
                                                        new ToolCall("list_files", "{}")),
                                                Optional.of(new Pace(Duration.ZERO, 5))),
                                        new Rule(
                                                new Rule.When(
                                                        Optional.empty(),
                                                        OptionalInt.empty(),
                                                        OptionalInt.empty(),
                                                        Optional.empty()),
                                                "Anything else.",
                                                List.of(),
                                                Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rules: [{text: a}]                                | s: model (expected: a name)
                    {model: m, rules: []}                             | s: rules (expected: a list of one rule at least)
                    {model: m, rules: [{txt: a}]}                     | s: rule 1: unknown key txt
                    {model: m, rules: [{text: a}, {agent: b}]}        | s: rule 2: neither text nor calls (expected: one of them at least)
                    {model: m, rules: [{text: a, step: -1}]}          | s: rule 1: step (expected: a whole number >= 0)
                    {model: m, rules: [{text: a, visit: 0}]}          | s: rule 1: visit (expected: a whole number >= 1)
                    {model: m, rules: [{text: 7}]}                    | s: rule 1: text (expected: text)
                    {model: m, rules: [{calls: [{tool: t}]}]}         | s: rule 1, call 1: arguments (expected: a map)
                    {model: m, rules: [{calls: [{arguments: {}}]}]}   | s: rule 1, call 1: tool (expected: a name)
                    {model: m, pace: {tps: 1}, rules: [{text: a}]}    | s, pace: unknown key tps
                    [1]                                               | s: not a map
                    """)
    void whatIsWrongIsSaidWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> ScriptReader.read("s", yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> ScriptReader.read("s", "model: [")).hasMessageStartingWith("s: ");
    }

    @Test
    void theBuiltInScriptsAreAlwaysThere() {
        assertThat(ScriptFiles.all(Optional.empty()))
                .extracting(Script::model)
                .containsExactly("scripted-bookshop");
    }

    @Test
    void aFolderAddsScriptsAndReplacesThoseOfTheSameModel() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "{model: mine, rules: [{text: hello}]}");
        Files.writeString(
                folder.resolve("b.yml"), "{model: scripted-bookshop, rules: [{text: other}]}");
        Files.writeString(folder.resolve("notes.txt"), "no script");
        List<Script> scripts = ScriptFiles.all(Optional.of(folder));
        assertThat(scripts).extracting(Script::model).containsExactly("scripted-bookshop", "mine");
        assertThat(scripts.getFirst().rules()).hasSize(1);
    }

    @Test
    void twoScriptsOfAFolderForOneModelAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "{model: mine, rules: [{text: hello}]}");
        Files.writeString(folder.resolve("b.yaml"), "{model: mine, rules: [{text: hello}]}");
        assertThatThrownBy(() -> ScriptFiles.all(Optional.of(folder)))
                .hasMessage("two scripts for the model mine");
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> ScriptFiles.all(Optional.of(folder.resolve("gone"))))
                .hasMessageContaining("expected: a folder");
    }
}
