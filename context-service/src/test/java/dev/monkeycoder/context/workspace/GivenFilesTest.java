package dev.monkeycoder.context.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.GivenFiles.Reading;
import dev.monkeycoder.events.RunSpec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenFilesTest {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(3, 10, 25, 1);

    private static Reading read(RunSpec.File... files) {
        return GivenFiles.read(List.of(files), LIMITS);
    }

    private static String refused(RunSpec.File... files) {
        return ((Reading.Bad) read(files)).reason();
    }

    @Test
    void filesAreTakenWithTheirContents() {
        var good = (Reading.Good) read(file("./src/a", "same"), file("b", "same"));

        assertThat(good.files())
                .containsExactly(
                        ManifestTest.file("src/a", "same"), ManifestTest.file("b", "same"));
        assertThat(good.contents()).hasSize(1);
    }

    @Test
    void noFilesAreAnEmptyWorkspace() {
        assertThat(((Reading.Good) read()).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", ".", ".env", ".git/config", "a\\b"})
    void pathsThatCanNotBeTakenAreRefused(String path) {
        assertThat(read(file(path, "x"))).isInstanceOf(Reading.Bad.class);
    }

    @Test
    void whatIsGivenTwiceIsRefused() {
        assertThat(refused(file("a", "1"), file("./a", "2")))
                .isEqualTo("The file a is given twice.");
        assertThat(refused(file("a/b", "1"), file("a", "2")))
                .isEqualTo("a is both a file and a folder.");
    }

    @Test
    void theLimitsHold() {
        assertThat(refused(file("a", "x".repeat(11)))).contains("larger than 10 bytes");
        assertThat(refused(file("a", "ä".repeat(9)))).contains("larger than 10 bytes");
        var large = IntStream.range(0, 3).mapToObj(i -> file("f" + i, "123456789"));
        assertThat(refused(large.toArray(RunSpec.File[]::new))).contains("25 bytes together");
        var many = Stream.of("a", "b", "c", "d").map(path -> file(path, ""));
        assertThat(refused(many.toArray(RunSpec.File[]::new))).contains("more than 3 files");
    }

    private static RunSpec.File file(String path, String content) {
        return new RunSpec.File(path, content);
    }
}
