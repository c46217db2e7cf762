package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchTest {
    private static String patch(Optional<String> before, Optional<String> after) {
        var change =
                new FileChange(
                        before.map(text -> ManifestTest.file("src/a.txt", text)),
                        after.map(text -> ManifestTest.file("src/a.txt", text)));
        return new String(
                Patch.of(
                        change,
                        before.orElse("").getBytes(UTF_8),
                        after.orElse("").getBytes(UTF_8)),
                UTF_8);
    }

    @Test
    void aChangeShowsItsLines() {
        assertThat(patch(Optional.of("one\ntwo\nthree\n"), Optional.of("one\n2\nthree\n")))
                .isEqualTo(
                        """
                        diff --git a/src/a.txt b/src/a.txt
                        index 4cb29ea38f70d7c61b2a3a25b02e3bdf44905402..f04eb265ebd74fba2cddf0a6adf2a6a7f81c87aa 100644
                        --- a/src/a.txt
                        +++ b/src/a.txt
                        @@ -1,3 +1,3 @@
                         one
                        -two
                        +2
                         three
                        """);
    }

    @Test
    void aMissingLineBreakAtTheEndIsSaid() {
        assertThat(patch(Optional.of("a\n"), Optional.of("a")))
                .endsWith("\\ No newline at end of file\n");
    }

    @Test
    void aNewFileComesFromNowhereAndADeletedOneGoesThere() {
        assertThat(patch(Optional.empty(), Optional.of("a\n")))
                .contains("new file mode 100644\n", "--- /dev/null\n", "+++ b/src/a.txt\n", "+a\n");
        assertThat(patch(Optional.of("a\n"), Optional.empty()))
                .contains(
                        "deleted file mode 100644\n",
                        "--- a/src/a.txt\n",
                        "+++ /dev/null\n",
                        "-a\n");
    }

    @Test
    void anEmptyNewFileHasNoLines() {
        assertThat(patch(Optional.empty(), Optional.of(""))).doesNotContain("---", "@@");
    }
}
