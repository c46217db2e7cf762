package dev.monkeycoder.simulator.script.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripted team's edits, applied to a copy of the bookshop and built with Maven: they are real
/// work.
class BookshopScriptIT {
    private static final Pattern COUNTS =
            Pattern.compile(
                    "<testsuite"
                        + " [^>]*\\btests=\"(\\d+)\"[^>]*?\\berrors=\"(\\d+)\"[^>]*?\\bfailures=\"(\\d+)\"",
                    Pattern.DOTALL);
    private static final long MINUTES = 5;

    @TempDir Path project;

    private final BookshopRun run = BookshopRun.play(true);

    /// What a build said, and how many tests ran and failed.
    private record Build(boolean passed, int tests, int failed, String output) {}

    @Test
    void theFinishedProjectPassesItsTestsAndHasMoreOfThem() throws Exception {
        copyBookshop();
        Build before = build();
        assertThat(before.passed()).as(before.output()).isTrue();

        apply(run.calls("write_file", "developer", 1));
        Build first = build();
        assertThat(first.passed()).as(first.output()).isTrue();
        assertThat(first.tests()).isGreaterThan(before.tests());

        apply(run.calls("write_file", "developer", 2));
        Build last = build();
        assertThat(last.passed()).as(last.output()).isTrue();
        assertThat(last.failed()).isZero();
        assertThat(last.tests()).isGreaterThan(first.tests());
    }

    @Test
    void theReviewersFindingsAreReal() throws Exception {
        copyBookshop();
        apply(run.calls("write_file", "developer", 1));
        apply(
                run.calls("write_file", "developer", 2).stream()
                        .filter(BookshopScriptIT::isTest)
                        .toList());
        Build withoutTheFix = build();
        assertThat(withoutTheFix.passed()).isFalse();
        assertThat(withoutTheFix.failed()).as(withoutTheFix.output()).isEqualTo(3);
    }

    private static boolean isTest(JsonNode write) {
        return write.path("path").asText().startsWith("src/test/");
    }

    private void copyBookshop() throws IOException {
        Path source = BookshopScriptTest.BOOKSHOP;
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(source.resolve("target"))) {
                    Path copy = project.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void apply(List<JsonNode> writes) throws IOException {
        assertThat(writes).isNotEmpty();
        for (JsonNode write : writes) {
            Path file = project.resolve(write.path("path").asText());
            Files.createDirectories(file.getParent());
            Files.writeString(file, write.path("content").asText());
        }
    }

    private Build build() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "-q", "test"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        Path log = project.resolve("build.log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the build took more than " + MINUTES + " minutes");
        }
        return counted(process.exitValue() == 0, Files.readString(log));
    }

    private Build counted(boolean passed, String output) throws IOException {
        int tests = 0;
        int failed = 0;
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            for (Path report : reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
                Matcher counts = COUNTS.matcher(Files.readString(report));
                assertThat(counts.find()).as(report.toString()).isTrue();
                tests += Integer.parseInt(counts.group(1));
                failed += Integer.parseInt(counts.group(2)) + Integer.parseInt(counts.group(3));
            }
        }
        return new Build(passed, tests, failed, output);
    }

    private static String maven() {
        return Optional.ofNullable(System.getProperty("maven.home"))
                .map(home -> Path.of(home, "bin", "mvn").toString())
                .orElse("mvn");
    }
}
