package dev.monkeycoder.context.tool;

import static dev.monkeycoder.context.tool.Files.LIMITS;
import static dev.monkeycoder.context.tool.Files.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final WorkspacePath PATH = new WorkspacePath("a.txt");

    private static Output list(Manifest manifest, String path) {
        return Answers.listFiles(
                new Tool.ListFiles(
                        Optional.of(path).filter(it -> !it.isEmpty()).map(WorkspacePath::new)),
                manifest,
                LIMITS);
    }

    private static Output read(String text, int start, Optional<Integer> end) {
        return Answers.readFile(new Tool.ReadFile(PATH, start, end), text, LIMITS);
    }

    @Test
    void filesAreListedWithTheirSizes() {
        assertThat(list(named("pom.xml", "src/A.java"), ""))
                .isEqualTo(Output.ok("pom.xml (7 bytes)\nsrc/A.java (10 bytes)\n"));
        assertThat(list(named("pom.xml", "src/A.java"), "src"))
                .isEqualTo(Output.ok("src/A.java (10 bytes)\n"));
        assertThat(list(named("pom.xml"), "pom.xml")).isEqualTo(Output.ok("pom.xml (7 bytes)\n"));
        assertThat(list(Manifest.EMPTY, "").error()).isFalse();
    }

    @Test
    void aLongListFoldsItsDeepestFolders() {
        var manifest = named("a", "b/1", "b/2", "c/x/1", "c/x/2", "c/y/1", "c/y/2", "c/y/3");

        assertThat(list(manifest, ""))
                .isEqualTo(
                        Output.ok(
                                """
                                a (1 bytes)
                                b/1 (3 bytes)
                                b/2 (3 bytes)
                                c/x/1 (5 bytes)
                                c/x/2 (5 bytes)
                                c/y/ (3 files)
                                [folders with a number of files are not listed: call again with path]\
                                """));
        assertThat(list(manifest, "c/y").text().lines()).hasSize(3);
    }

    @Test
    void aListIsNeverLongerThanItMayBe() {
        var wide = new String[100];
        for (var i = 0; i < wide.length; i++) {
            wide[i] = "file-with-a-rather-long-name-" + i;
        }

        assertThat(list(named(wide), "").text())
                .hasSizeLessThan(300)
                .endsWith("[more files: list one folder at a time with path]");
    }

    @Test
    void aPathThatIsNotThereIsAnErrorThatHelps() {
        assertThat(list(named("src/App.java"), "App.java"))
                .isEqualTo(
                        Output.error(
                                "There is no App.java in the workspace. Of that name there are:"
                                        + " src/App.java."));
        assertThat(Answers.unreadable(new WorkspacePath("x"), named("a")).text())
                .contains("list_files");
        assertThat(Answers.unreadable(new WorkspacePath("src"), named("src/a")).text())
                .contains("is a folder");
        var binary = FileEntry.of(PATH, false, new byte[] {0});
        assertThat(Answers.unreadable(PATH, Manifest.of(List.of(binary))).text())
                .contains("not a UTF-8 text file");
    }

    @Test
    void aWholeFileIsReadExactlyAsItStands() {
        assertThat(read("a\n\tb", 1, Optional.empty())).isEqualTo(Output.ok("a\n\tb"));
        assertThat(read("a\r\nb\n", 1, Optional.of(9))).isEqualTo(Output.ok("a\r\nb\n"));
        assertThat(read("", 1, Optional.empty())).isEqualTo(Output.ok("[a.txt is empty]"));
    }

    @Test
    void aPartSaysWhichItIs() {
        assertThat(read("1\n2\n3\n4\n", 2, Optional.of(3)))
                .isEqualTo(Output.ok("2\n3\n[lines 2 to 3 of 4]"));
        assertThat(read("1\n2\n3", 3, Optional.empty()))
                .isEqualTo(Output.ok("3\n[lines 3 to 3 of 3]"));
    }

    @Test
    void aLongFileSaysHowToReadOn() {
        var text = "0123456789abcdef\n".repeat(20);

        var output = read(text, 1, Optional.empty());

        assertThat(output.text())
                .startsWith("0123456789abcdef\n".repeat(11) + "[")
                .endsWith("[lines 1 to 11 of 20; read on with start_line 12]");
        assertThat(read(text, 12, Optional.empty()).text()).endsWith("[lines 12 to 20 of 20]");
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        var text = "x".repeat(500) + "\nnext\n";

        assertThat(read(text, 1, Optional.empty()).text())
                .startsWith("x".repeat(200) + "\n[line 1 is longer")
                .contains("read on with start_line 2");
        assertThat(read(text, 2, Optional.empty()).text()).startsWith("next\n");
    }

    @Test
    void linesBehindTheEndAreAnError() {
        assertThat(read("1\n2\n", 3, Optional.empty()))
                .isEqualTo(Output.error("a.txt has only 2 lines."));
    }
}
