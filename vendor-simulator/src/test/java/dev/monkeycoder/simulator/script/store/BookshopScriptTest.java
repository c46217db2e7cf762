package dev.monkeycoder.simulator.script.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookshopScriptTest {
    static final Path BOOKSHOP = Path.of("..", "examples", "bookshop").toAbsolutePath().normalize();

    private final BookshopRun run = BookshopRun.play(true);

    @Test
    void theTeamHandsOverAndTheReviewerHasTheLastWord() {
        List<String> turns =
                run.steps().stream()
                        .map(step -> step.agent() + " " + step.visit())
                        .distinct()
                        .toList();
        assertThat(turns)
                .containsExactly(
                        "planner 1", "developer 1", "reviewer 1", "developer 2", "reviewer 2");
        assertThat(run.answer()).contains("Discount", "DiscountTest");
    }

    @Test
    void itIsTheSameRunWhereTheVisitIsNotTold() {
        assertThat(BookshopRun.play(false)).isEqualTo(run);
    }

    @Test
    void everyAnswerHasTextToStream() {
        assertThat(run.steps()).allSatisfy(step -> assertThat(step.text()).isNotBlank());
    }

    @Test
    void everyHandoverHasAReasonAndAPayload() {
        assertThat(run.steps().stream().flatMap(step -> step.handover().stream()))
                .hasSize(4)
                .allSatisfy(arguments -> {
                    assertThat(arguments.path("reason").asText()).isNotBlank();
                    assertThat(arguments.path("payload").asText()).isNotBlank();
                });
    }

    @Test
    void whatIsReadIsThere() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(BOOKSHOP)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.add(BOOKSHOP.relativize(file).toString()));
        }
        run.calls("write_file").forEach(call -> files.add(call.path("path").asText()));
        assertThat(run.calls("read_file"))
                .extracting(call -> call.path("path").asText())
                .isSubsetOf(files);
    }

    @Test
    void whatIsSearchedForIsFoundInTheProjectOrInWhatWasWritten() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(BOOKSHOP.resolve("src"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        run.calls("write_file").forEach(call -> text.append(call.path("content").asText()));
        assertThat(run.calls("search_files"))
                .hasSize(3)
                .allSatisfy(call -> assertThat(text).contains(call.path("query").asText()));
    }

    @Test
    void theProjectHasNoDiscountYet() throws IOException {
        try (Stream<Path> all = Files.walk(BOOKSHOP.resolve("src"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContainIgnoringCase("discount");
            }
        }
    }

    /// A write replaces the whole file: nothing that is not about the discount may get lost on the
    /// way.
    @Test
    void existingTestsAreKeptLineByLine() throws IOException {
        for (JsonNode write : run.calls("write_file")) {
            Path file = BOOKSHOP.resolve(write.path("path").asText());
            if (Files.exists(file) && file.toString().contains("src/test")) {
                assertThat(write.path("content").asText().lines())
                        .containsAll(Files.readAllLines(file));
            }
        }
    }
}
