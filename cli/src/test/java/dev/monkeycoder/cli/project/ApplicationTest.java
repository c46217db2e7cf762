package dev.monkeycoder.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.project.Application.Change;
import dev.monkeycoder.cli.project.Application.Conflict;
import dev.monkeycoder.cli.project.Application.Present;
import dev.monkeycoder.cli.project.Application.Ready;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private static final String CHANGE =
            "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-old\n+new\n";
    private static final String ADD =
            "diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1 @@\n+x\n";
    private static final String MOVE =
            """
            diff --git a/a b/b
            similarity index 50%
            rename from a
            rename to b
            --- a/a
            +++ b/b
            @@ -1 +1 @@
            -old
            +new
            """;

    @Test
    void writesWhatFits() {
        var decided = decide(CHANGE + ADD, Map.of("a", "old\n"), Map.of("a", "old\n"));
        assertThat(decided).isInstanceOf(Ready.class);
        assertThat(((Ready) decided).changes()).extracting(Change::path).containsExactly("a", "n");
        assertThat(((Change.Write) ((Ready) decided).changes().getFirst()).text())
                .isEqualTo("new\n");
    }

    @Test
    void aMoveWritesTheNewFileAndDeletesTheOld() {
        var decided = decide(MOVE, Map.of("a", "old\n"), Map.of("a", "old\n"));
        assertThat(((Ready) decided).changes())
                .satisfiesExactly(
                        change -> assertThat(change).isInstanceOf(Change.Write.class),
                        change -> assertThat(change).isEqualTo(new Change.Delete("a")));
    }

    @Test
    void aFileThatChangedSinceTheUploadIsAConflictEvenIfTheHunkWouldFit() {
        assertThat(reasons(CHANGE, Map.of("a", "old\n"), Map.of("a", "old\nmore\n")))
                .containsExactly("a: was changed since the upload");
    }

    @Test
    void oneConflictIsEnoughToWriteNothing() {
        assertThat(reasons(ADD + CHANGE, Map.of("a", "old\n"), Map.of()))
                .containsExactly("a: was deleted since the upload");
    }

    @Test
    void aNewFileNeverReplacesOneThatIsThere() {
        assertThat(reasons(ADD, Map.of(), Map.of("n", "mine")))
                .containsExactly("n: is new in the diff, and a file of that name is there");
    }

    @Test
    void aDiffStaysInsideTheProject() {
        for (var path :
                new String[] {
                    "../x", "/etc/x", "a/../../x", ".git/hooks/pre-commit", "a/.GIT/x", "a\\\\x"
                }) {
            var add = ADD.replace("b/n", "b/" + path).replace("a/n", "a/" + path);
            assertThat(reasons(add, Map.of(), Map.of()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith("not a path inside the project");
        }
    }

    @Test
    void aLinkIsNeverWrittenThrough() {
        var diff = UnifiedDiff.read(ADD.getBytes(UTF_8));
        var decided =
                Application.of(
                        diff,
                        new UploadedFiles(Map.of()),
                        _ -> new Present.Other("a symbolic link"));
        assertThat(((Conflict) decided).reasons()).containsExactly("n: is a symbolic link");
    }

    @Test
    void bytesAreNotApplied() {
        var diff = "diff --git a/p b/p\nindex 1..2 100644\nBinary files a/p and b/p differ\n";
        assertThat(reasons(diff, Map.of("p", "x"), Map.of("p", "x")))
                .containsExactly("p: not a change of text");
    }

    private static List<String> reasons(
            String diff, Map<String, String> uploaded, Map<String, String> now) {
        return ((Conflict) decide(diff, uploaded, now)).reasons();
    }

    private static Application decide(
            String diff, Map<String, String> uploaded, Map<String, String> now) {
        var hashes = new HashMap<String, String>();
        uploaded.forEach((path, text) -> hashes.put(path, Hash.of(text.getBytes(UTF_8))));
        return Application.of(
                UnifiedDiff.read(diff.getBytes(UTF_8)),
                new UploadedFiles(hashes),
                path ->
                        now.containsKey(path)
                                ? new Present.File(now.get(path))
                                : new Present.Nothing());
    }
}
