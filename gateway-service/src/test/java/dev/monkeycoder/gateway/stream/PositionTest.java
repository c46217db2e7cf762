package dev.monkeycoder.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "12.5.1.340", "12.5.1.340.6.2.0"})
    void readsWhatItWrote(String id) {
        assertThat(Position.parse(id)).map(Position::toString).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "-1",
                "12.",
                "12.5",
                "12.5.1",
                "12.5.1.",
                "12.5.1.3.4",
                "12.0.1.3",
                "12.5.0.3",
                "12.5.1.3.5.1.3",
                "1234567890",
                "12.5.1.1234567890",
                "١٢",
                "12\n"
            })
    void refusesWhatIsNoneOfOurs(String id) {
        assertThat(Position.parse(id)).isEmpty();
    }

    @Test
    void refusesEndlessIds() {
        assertThat(Position.parse("1" + ".1.1.1".repeat(1000))).isEmpty();
    }

    @Test
    void writesOpenCallsInOrder() {
        var position =
                Position.START
                        .at(3)
                        .with(9, new Position.Sent(1, 4))
                        .with(2, new Position.Sent(3, 7));
        assertThat(position).hasToString("3.2.3.7.9.1.4");
        assertThat(position.without(2)).hasToString("3.9.1.4");
    }

    @Test
    void forgetsTheOldestOpenCallBeforeAnIdGrowsTooLong() {
        var position = Position.START;
        for (var call = 1; call <= 40; call++) {
            position = position.with(call, new Position.Sent(1, 1));
        }
        assertThat(position.open()).hasSize(16).doesNotContainKey(24).containsKey(25);
        assertThat(Position.parse(position.toString())).contains(position);
    }
}
