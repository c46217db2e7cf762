package dev.monkeycoder.cli.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void showsEachPartWithItsTime() {
        var board =
                board(
                        "{\"event\":\"part\",\"part\":\"postgres\",\"state\":\"starting\",\"ms\":0}",
                        "{\"event\":\"part\",\"part\":\"kafka\",\"state\":\"starting\",\"ms\":500}",
                        "{\"event\":\"part\",\"part\":\"postgres\",\"state\":\"ready\",\"ms\":1250}",
                        "{\"event\":\"part\",\"part\":\"gateway\",\"state\":\"waiting\",\"ms\":0}");
        assertThat(String.join("\n", board.lines(Terminal.PIPE, NOW.plusSeconds(3))))
                .isEqualTo(
                        """
                        ✔ postgres      ready     1.3 s
                        ◌ kafka         starting  3 s
                        · gateway       waiting
                        """
                                .indent(2)
                                .stripTrailing());
        assertThat(board.ready()).isFalse();
        assertThat(board.failure()).isEmpty();
    }

    @Test
    void isReadyWhenTheMeshSaysSo() {
        assertThat(board("{\"event\":\"ready\",\"ms\":21480,\"simulated\":true}").ready()).isTrue();
    }

    @Test
    void saysWhyTheMeshDidNotStart() {
        var board =
                board(
                        "{\"event\":\"part\",\"part\":\"gateway\",\"state\":\"failed\",\"ms\":900,\"failure\":\"gateway:"
                            + " ended\\nwith 1\"}",
                        "{\"event\":\"failed\",\"failure\":\"gateway: port 8080 is taken\"}");
        assertThat(board.failure()).contains("gateway: port 8080 is taken");
        assertThat(board.lines(Terminal.PIPE, NOW))
                .containsExactly("  ✘ gateway       failed    900 ms  gateway: ended with 1");
    }

    @Test
    void otherLinesSayNothing() {
        assertThat(board("WARNING: x", "{\"event\":\"stopping\"}", "").lines(Terminal.PIPE, NOW))
                .isEmpty();
    }

    @Test
    void whereLinesStayOnlyResultsAreTold() {
        assertThat(
                        List.of("starting", "waiting", "ready", "failed", "restarting", "stopped")
                                .stream()
                                .map(state ->
                                        Progress.of(
                                                        "{\"event\":\"part\",\"part\":\"x\",\"state\":\""
                                                                + state
                                                                + "\"}")
                                                .orElseThrow())
                                .map(progress -> Board.tells((Progress.Part) progress)))
                .containsExactly(false, false, true, true, true, false);
    }

    private static Board board(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Progress.of(line).stream())
                .reduce(
                        Board.EMPTY,
                        (board, progress) -> board.after(progress, NOW),
                        (_, last) -> last);
    }
}
