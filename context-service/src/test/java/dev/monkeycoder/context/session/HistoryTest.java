package dev.monkeycoder.context.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.RunId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final RunId RUN = RunId.of("01980000-0000-7000-8000-000000000001");

    private static Turn turn(int number, String asked, String answer) {
        return new Turn(
                RUN,
                number,
                new AgentName("developer"),
                asked,
                answer,
                Instant.ofEpochSecond(number));
    }

    @Test
    void turnsArePairsOldestFirst() {
        assertThat(History.of(List.of(turn(2, "c", "d"), turn(1, "a", "b")), 100))
                .containsExactly(
                        new Message.User("a"),
                        new Message.Assistant("b", List.of()),
                        new Message.User("c"),
                        new Message.Assistant("d", List.of()));
    }

    @Test
    void theOldestAreLeftOutWhole() {
        assertThat(History.of(List.of(turn(2, "cccc", "dddd"), turn(1, "a", "bb")), 10))
                .containsExactly(
                        new Message.User("cccc"), new Message.Assistant("dddd", List.of()));
    }

    @Test
    void aSmallOlderTurnDoesNotJumpOverALargeOne() {
        var turns = List.of(turn(3, "e", "f"), turn(2, "c".repeat(50), "d"), turn(1, "a", "b"));

        assertThat(History.of(turns, 20))
                .containsExactly(new Message.User("e"), new Message.Assistant("f", List.of()));
    }

    @Test
    void aNewestTurnThatIsTooLongIsCut() {
        var history = History.of(List.of(turn(1, "a".repeat(500), "short")), 100);

        assertThat(history)
                .containsExactly(
                        new Message.User("a".repeat(41) + "... [cut]"),
                        new Message.Assistant("short", List.of()));
    }

    @Test
    void noTurnsAreNoHistory() {
        assertThat(History.of(List.of(), 100)).isEmpty();
    }
}
