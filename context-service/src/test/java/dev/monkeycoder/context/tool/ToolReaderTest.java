package dev.monkeycoder.context.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.tool.ToolReader.Reading;
import dev.monkeycoder.context.workspace.WorkspacePath;
import dev.monkeycoder.events.ToolUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolReaderTest {
    private static Tool understood(String name, String arguments) {
        var reading = ToolReader.read(new ToolUse("use-1", name, arguments));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).tool();
    }

    private static String refused(String name, String arguments) {
        var reading = ToolReader.read(new ToolUse("use-1", name, arguments));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).sentence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"path\":null}",
                "{\"path\":\"\"}",
                "{\"path\":\".\"}",
                "{\"path\":\"./\"}"
            })
    void theWholeWorkspaceIsListed(String arguments) {
        assertThat(understood("list_files", arguments))
                .isEqualTo(new Tool.ListFiles(Optional.empty()));
    }

    @Test
    void aFolderIsListed() {
        assertThat(understood("list_files", "{\"path\":\"./src/\"}"))
                .isEqualTo(new Tool.ListFiles(Optional.of(new WorkspacePath("src"))));
    }

    @Test
    void aFileIsReadWholeOrInPart() {
        var path = new WorkspacePath("src/App.java");
        assertThat(understood("read_file", "{\"path\":\"src/App.java\"}"))
                .isEqualTo(new Tool.ReadFile(path, 1, Optional.empty()));
        assertThat(
                        understood(
                                "read_file",
                                "{\"path\":\"src/App.java\",\"start_line\":3,\"end_line\":7}"))
                .isEqualTo(new Tool.ReadFile(path, 3, Optional.of(7)));
    }

    @Test
    void textIsSearched() {
        assertThat(understood("search_files", "{\"query\":\"a.b\",\"path\":\"src\"}"))
                .isEqualTo(
                        new Tool.SearchFiles(
                                new Query.Plain("a.b"), Optional.of(new WorkspacePath("src"))));
    }

    @Test
    void aFileIsWritten() {
        assertThat(understood("write_file", "{\"path\":\"a\",\"content\":\"x\\n\"}"))
                .isEqualTo(new Tool.WriteFile(new WorkspacePath("a"), "x\n"));
        assertThat(understood("write_file", "{\"path\":\"a\",\"content\":\"\"}"))
                .isEqualTo(new Tool.WriteFile(new WorkspacePath("a"), ""));
    }

    @Test
    void anUnknownToolIsAnsweredWithThoseThereAre() {
        assertThat(refused("run_shell", "{}"))
                .contains("list_files, read_file, search_files, write_file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "{\"path\":\"a\"} and more",
                "{\"path\":\"a\",\"path\":\"b\"}",
                "{\"path\":\"a\nb\"}"
            })
    void badJsonIsSaidWithItsPlace(String arguments) {
        assertThat(refused("read_file", arguments))
                .startsWith("The arguments are not valid JSON (line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "7", "null"})
    void otherJsonThanAnObjectIsSaid(String arguments) {
        assertThat(refused("read_file", arguments))
                .isEqualTo(
                        "The arguments are not a JSON object. Send an object with the fields path,"
                                + " start_line, end_line.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read_file|{}|The argument path is missing.",
                "read_file|{\"path\":7}|The argument path must be a string.",
                "read_file|{\"path\":\"a\",\"start_line\":\"1\"}|The argument start_line must be a"
                        + " whole number.",
                "read_file|{\"path\":\"a\",\"start_line\":1.5}|The argument start_line must be a"
                        + " whole number.",
                "read_file|{\"path\":\"a\",\"start_line\":0}|The argument start_line must be 1 or"
                        + " more.",
                "read_file|{\"path\":\"a\",\"start_line\":99999999999}|The argument start_line must"
                        + " be a whole number.",
                "read_file|{\"path\":\"a\",\"start_line\":5,\"end_line\":4}|end_line is before"
                        + " start_line: give the first line, then the last.",
                "read_file|{\"path\":\".\"}|The argument path names the whole workspace. Give the"
                        + " path of a file.",
                "read_file|{\"file\":\"a\"}|There is no argument named file. The arguments are"
                        + " path, start_line, end_line.",
                "search_files|{}|The argument query is missing.",
                "search_files|{\"query\":\"a\",\"regex\":\"yes\"}|The argument regex must be true"
                        + " or false.",
                "write_file|{\"path\":\"a\"}|The argument content is missing.",
                "write_file|{\"path\":\"a\",\"content\":\"\\u0000\"}|The argument content has a NUL"
                        + " character: only text is written."
            })
    void whatIsWrongIsSaid(String tool, String arguments, String sentence) {
        assertThat(refused(tool, arguments)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/etc/passwd", "C:\\\\x", "a/../../b"})
    void pathsOutsideAreRefusedByEveryTool(String path) {
        var argument = "\"path\":\"" + path + "\"";

        assertThat(refused("list_files", "{" + argument + "}")).contains("within the workspace");
        assertThat(refused("read_file", "{" + argument + "}")).contains("within the workspace");
        assertThat(refused("search_files", "{\"query\":\"a\"," + argument + "}"))
                .contains("within the workspace");
        assertThat(refused("write_file", "{\"content\":\"a\"," + argument + "}"))
                .contains("within the workspace");
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/hooks/pre-commit", ".env", "target/x", ".GIT/config"})
    void whatNeverGetsIntoAWorkspaceIsNotWritten(String path) {
        assertThat(refused("write_file", "{\"path\":\"" + path + "\",\"content\":\"x\"}"))
                .contains("is kept out of workspaces");
    }
}
