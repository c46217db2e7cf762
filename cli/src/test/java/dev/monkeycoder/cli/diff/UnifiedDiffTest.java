package dev.monkeycoder.cli.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.cli.terminal.Terminal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
    private static final String CHANGE =
            """
            diff --git a/src/Order.java b/src/Order.java
            index 1111111..2222222 100644
            --- a/src/Order.java
            +++ b/src/Order.java
            @@ -1,3 +1,4 @@ class Order
             one
            -two
            +2
            +2.5
             three
            @@ -6 +7 @@
            -six
            +6
            """;

    @Test
    void appliesEveryHunk() {
        assertThat(only(CHANGE).apply("one\ntwo\nthree\nfour\nfive\nsix\n"))
                .contains("one\n2\n2.5\nthree\nfour\nfive\n6\n");
    }

    @Test
    void doesNotSearchForAPlaceThatFits() {
        assertThat(only(CHANGE).apply("zero\none\ntwo\nthree\nfour\nfive\nsix\n")).isEmpty();
        assertThat(only(CHANGE).apply("one\ntwo\n")).isEmpty();
    }

    @Test
    void aNewFile() {
        var patch =
                only(
                        """
                        diff --git a/bin/run.sh b/bin/run.sh
                        new file mode 100755
                        index 0000000..3333333
                        --- /dev/null
                        +++ b/bin/run.sh
                        @@ -0,0 +1,2 @@
                        +#!/bin/sh
                        +echo hi
                        """);
        assertThat(patch.before()).isEmpty();
        assertThat(patch.after()).contains("bin/run.sh");
        assertThat(patch.executable()).contains(true);
        assertThat(patch.apply("")).contains("#!/bin/sh\necho hi\n");
    }

    @Test
    void aNewEmptyFileHasNoHunks() {
        var patch =
                only(
                        """
                        diff --git a/a b/b c b/a b/b c
                        new file mode 100644
                        index 0000000..e69de29
                        """);
        assertThat(patch.after()).contains("a b/b c");
        assertThat(patch.apply("")).contains("");
    }

    @Test
    void aDeletedFile() {
        var patch =
                only(
                        """
                        diff --git a/old.txt b/old.txt
                        deleted file mode 100644
                        index 3333333..0000000
                        --- a/old.txt
                        +++ /dev/null
                        @@ -1 +0,0 @@
                        -bye
                        """);
        assertThat(patch.after()).isEmpty();
        assertThat(patch.path()).isEqualTo("old.txt");
        assertThat(patch.apply("bye\n")).contains("");
    }

    @Test
    void aRename() {
        var patch =
                only(
                        """
                        diff --git a/from here.txt b/to there.txt
                        similarity index 100%
                        rename from from here.txt
                        rename to to there.txt
                        """);
        assertThat(patch.before()).contains("from here.txt");
        assertThat(patch.after()).contains("to there.txt");
    }

    @Test
    void aMissingLineFeedAtTheEndStaysMissing() {
        var patch =
                only(
                        """
                        diff --git a/x b/x
                        --- a/x
                        +++ b/x
                        @@ -1,2 +1,2 @@
                         a
                        -b
                        \\ No newline at end of file
                        +c
                        \\ No newline at end of file
                        """);
        assertThat(patch.apply("a\nb")).contains("a\nc");
        assertThat(patch.apply("a\nb\n")).isEmpty();
    }

    @Test
    void aLineThatLooksLikeAHeaderIsALineOfTheHunk() {
        var patch =
                only(
                        """
                        diff --git a/x.sql b/x.sql
                        --- a/x.sql
                        +++ b/x.sql
                        @@ -1,2 +1,1 @@
                         keep
                        --- a comment
                        """);
        assertThat(patch.apply("keep\n-- a comment\n")).contains("keep\n");
    }

    @Test
    void bytesOfAnyEncodingComeThrough() {
        var diff =
                "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-caf\u00e9\r\n+caf\u00e8\r\n"
                        .getBytes(ISO_8859_1);
        var patch = UnifiedDiff.read(diff).files().getFirst();
        assertThat(patch.apply("caf\u00e9\r\n").map(UnifiedDiff::bytes))
                .hasValueSatisfying(
                        bytes -> assertThat(bytes).isEqualTo("caf\u00e8\r\n".getBytes(ISO_8859_1)));
    }

    @Test
    void quotedAndPlainPathsAreUtf8() {
        var quoted =
                """
                diff --git "a/na\\303\\257ve \\"x\\".txt" "b/na\\303\\257ve \\"x\\".txt"
                new file mode 100644
                """;
        assertThat(only(quoted).after()).contains("na\u00efve \"x\".txt");
        var plain = "diff --git a/na\u00efve.txt b/na\u00efve.txt\nnew file mode 100644\n";
        assertThat(UnifiedDiff.read(plain.getBytes(UTF_8)).files().getFirst().after())
                .contains("na\u00efve.txt");
    }

    @Test
    void linksAndBytesAreMarked() {
        assertThat(
                        only("""
                        diff --git a/l b/l
                        new file mode 120000
                        --- /dev/null
                        +++ b/l
                        @@ -0,0 +1 @@
                        +/etc/passwd
                        """)
                                .binary())
                .isTrue();
        assertThat(
                        only("""
                        diff --git a/p.png b/p.png
                        index 1..2 100644
                        Binary files a/p.png and b/p.png differ
                        """)
                                .binary())
                .isTrue();
        assertThat(only(CHANGE).binary()).isFalse();
    }

    @Test
    void whatIsNoDiffIsRefused() {
        assertThatThrownBy(() -> only("hello\n")).isInstanceOf(UnreadableDiff.class);
        assertThatThrownBy(
                        () -> only("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n"))
                .isInstanceOf(UnreadableDiff.class);
        assertThat(UnifiedDiff.read(new byte[0]).isEmpty()).isTrue();
    }

    @Test
    void aPageHasColoursAndASum() {
        assertThat(DiffPage.lines(CHANGE.getBytes(UTF_8), new Terminal(80, true, true)))
                .contains("\u001b[31m-two\u001b[0m", "\u001b[32m+2.5\u001b[0m", " three")
                .hasSize(13);
        assertThat(DiffPage.sum(UnifiedDiff.read(CHANGE.getBytes(UTF_8))))
                .isEqualTo("1 file changed, 3 lines added, 2 removed");
    }

    private static FilePatch only(String diff) {
        var files = UnifiedDiff.read(diff.getBytes(UTF_8)).files();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    @Test
    void aChangeOfModeAlone() {
        var patch = only("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n");
        assertThat(patch.executable()).isEqualTo(Optional.of(true));
        assertThat(patch.apply("same")).contains("same");
    }
}
