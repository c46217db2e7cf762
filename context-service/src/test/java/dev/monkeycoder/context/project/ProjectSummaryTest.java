package dev.monkeycoder.context.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSummaryTest {
    private static Manifest project(String... paths) {
        return Manifest.of(
                Stream.of(paths)
                        .map(path ->
                                FileEntry.of(new WorkspacePath(path), false, "x".getBytes(UTF_8)))
                        .toList());
    }

    @Test
    void aProjectIsToldInAFewLines() {
        var project =
                project("pom.xml", "README.md", "src/main/java/A.java", "src/test/java/ATest.java");

        assertThat(ProjectSummary.of(project, Optional.of("# Shop\n\nSells books.\n")))
                .isEqualTo(
                        """
                        Files: 4 (4 bytes)
                        Languages: Java 2 files, Markdown 1 file, XML 1 file
                        Build: Maven (pom.xml): tests run with mvn test
                        README starts:
                          # Shop
                          Sells books.
                        All files:
                          README.md (1 bytes)
                          pom.xml (1 bytes)
                          src/main/java/A.java (1 bytes)
                          src/test/java/ATest.java (1 bytes)
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml mvnw, ./mvnw test",
        "build.gradle.kts, gradle test",
        "build.gradle gradlew, ./gradlew test",
        "package.json, npm test",
        "package.json yarn.lock, yarn test",
        "Cargo.toml, cargo test",
        "go.mod, go test ./...",
        "pyproject.toml, python -m pytest",
        "Makefile, make test"
    })
    void theTestCommandFitsTheBuild(String files, String command) {
        assertThat(ProjectSummary.of(project(files.split(" ")), Optional.empty()))
                .contains("tests run with " + command + "\n");
    }

    @Test
    void aBuildFileBelowTheTopIsNotTheBuild() {
        assertThat(ProjectSummary.of(project("docs/pom.xml"), Optional.empty()))
                .doesNotContain("Build:");
    }

    @Test
    void anEmptyWorkspaceSaysSo() {
        assertThat(ProjectSummary.of(Manifest.EMPTY, Optional.empty())).contains("is empty");
    }

    @Test
    void theListIsBounded() {
        var many =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "src/folder" + i % 30 + "/File" + i + ".java")
                        .toArray(String[]::new);
        var wide = IntStream.range(0, 10_000).mapToObj(i -> "File" + i).toArray(String[]::new);

        assertThat(ProjectSummary.of(project(many), Optional.empty()))
                .contains("src/folder0/ (334 files)")
                .satisfies(text -> assertThat(text.lines()).hasSizeLessThan(220));
        assertThat(ProjectSummary.of(project(wide), Optional.empty()))
                .contains("[and more: use list_files]")
                .satisfies(text -> assertThat(text.lines()).hasSizeLessThan(220));
    }

    @Test
    void aLongReadmeIsCut() {
        var summary = ProjectSummary.of(project("README.md"), Optional.of("word ".repeat(10_000)));

        assertThat(summary).contains("...").hasSizeLessThan(2_000);
    }

    @Test
    void onlyAReadmeAtTheTopIsRead() {
        assertThat(ProjectSummary.readme(project("docs/README.md", "a.md"))).isEmpty();
        assertThat(ProjectSummary.readme(project("readme.TXT"))).isPresent();
    }
}
