package dev.monkeycoder.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.simulator.play.Beat;
import dev.monkeycoder.simulator.play.Frame;
import dev.monkeycoder.simulator.play.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SabotageTest {
    private static final Frame BROKEN = new Frame("{");
    private static final Frame ERROR = new Frame("error");
    private static final Sabotage SABOTAGE = new Sabotage(BROKEN, ERROR);
    private static final List<Beat> BEATS =
            Beat.of(
                    List.of(
                            new Frame("a", 1),
                            new Frame("b", 1),
                            new Frame("c", 1),
                            new Frame("end")),
                    new Pace(Duration.ZERO, 1));

    private static List<Beat> spoiled(Fault.Kind kind, int after) {
        return SABOTAGE.spoil(BEATS, new Fault(kind, after, Optional.empty()));
    }

    @Test
    void aCutComesInPlaceOfTheFrameAfterTheLastOneSent() {
        assertThat(spoiled(Fault.Kind.CUT, 2))
                .containsExactly(BEATS.get(0), BEATS.get(1), new Beat.Cut(Duration.ofSeconds(2)));
    }

    @Test
    void aStallIsSilentFromThere() {
        assertThat(spoiled(Fault.Kind.STALL, 0)).containsExactly(new Beat.Silence(Duration.ZERO));
    }

    @Test
    void nothingFollowsAnErrorEvent() {
        assertThat(spoiled(Fault.Kind.ERROR_EVENT, 1))
                .containsExactly(BEATS.get(0), new Beat.Send(Duration.ofSeconds(1), ERROR));
    }

    @Test
    void aMalformedFrameReplacesOneAndTheOthersStay() {
        assertThat(spoiled(Fault.Kind.MALFORMED, 1))
                .containsExactly(
                        BEATS.get(0),
                        new Beat.Send(Duration.ofSeconds(1), BROKEN),
                        BEATS.get(2),
                        BEATS.get(3));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "STALL", "ERROR_EVENT", "MALFORMED"})
    void aSpoiledAnswerIsNeverWhole(Fault.Kind kind) {
        assertThat(spoiled(kind, 1_000)).doesNotContain(BEATS.getLast());
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "SERVER_ERROR", "OVERLOADED", "REFUSED", "EMPTY"})
    void whatComesInsteadOfAnAnswerSpoilsNoBeat(Fault.Kind kind) {
        assertThat(spoiled(kind, 1)).isEqualTo(BEATS);
    }
}
