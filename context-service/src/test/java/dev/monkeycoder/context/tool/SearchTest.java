package dev.monkeycoder.context.tool;

import static dev.monkeycoder.context.tool.Files.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.WorkspacePath;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final WorkspacePath A = new WorkspacePath("a.txt");
    private static final WorkspacePath B = new WorkspacePath("b.txt");
    private final Search search = Search.of(new Query.Plain("me"));

    @Test
    void matchesAreShownWithFileAndLine() {
        var output = search.in(A, "no\nit's me\n", LIMITS).in(B, "me me", LIMITS).output(0);

        assertThat(output).isEqualTo(Output.ok("a.txt:2: it's me\nb.txt:1: me me\n"));
    }

    @Test
    void noMatchIsAnAnswerNotAnError() {
        assertThat(search.in(A, "no", LIMITS).output(0))
                .isEqualTo(Output.ok("No match in 1 text files.\n"));
    }

    @Test
    void tooManyMatchesAreCutAndSaid() {
        var full = search.in(A, "me\n".repeat(4), LIMITS);

        assertThat(full.full()).isTrue();
        assertThat(full.matches()).hasSize(3);
        assertThat(full.in(B, "me", LIMITS)).isEqualTo(full);
        assertThat(full.output(0).text()).contains("there are more matches");
    }

    @Test
    void justAsManyMatchesAsFitAreNotCut() {
        assertThat(search.in(A, "me\n".repeat(3), LIMITS).full()).isFalse();
    }

    @Test
    void aLongLineIsShownAroundItsMatch() {
        var output = search.in(A, "x".repeat(100) + "me" + "y".repeat(100), LIMITS).output(0);

        assertThat(output.text())
                .isEqualTo("a.txt:1: ..." + "x".repeat(10) + "me" + "y".repeat(28) + "...\n");
        assertThat(search.in(A, "me" + "y".repeat(100), LIMITS).output(0).text())
                .isEqualTo("a.txt:1: me" + "y".repeat(38) + "...\n");
        assertThat(search.in(A, "y".repeat(100) + "me", LIMITS).output(0).text())
                .isEqualTo("a.txt:1: ..." + "y".repeat(38) + "me\n");
    }

    @Test
    void filesThatWereNotSearchedAreSaid() {
        assertThat(search.in(A, "me", LIMITS).output(7).text())
                .contains("7 more files were not searched");
    }

    @Test
    void theWholeIsNeverLongerThanItMayBe() {
        var wide = new OutputLimits(100, 1_000, 40, 6);

        assertThat(search.in(A, "it is me\n".repeat(500), wide).output(0).text())
                .hasSizeLessThan(200);
    }
}
