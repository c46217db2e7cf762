package dev.monkeycoder.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeatTest {
    private static final List<Frame> FRAMES =
            List.of(
                    new Frame("role"),
                    new Frame("a", 1),
                    new Frame("call", 2),
                    new Frame("b", 1),
                    new Frame("done"));

    @Test
    void aFrameGoesWhenTheTokensBeforeItHaveBeenSaid() {
        Pace pace = new Pace(Duration.ofMillis(300), 10);
        assertThat(Beat.of(FRAMES, pace))
                .extracting(beat -> beat.at().toMillis())
                .containsExactly(300L, 300L, 400L, 600L, 700L);
    }

    @Test
    void withoutARateEverythingGoesWithTheFirstToken() {
        Pace pace = new Pace(Duration.ofMillis(50), 0);
        assertThat(Beat.of(FRAMES, pace)).extracting(Beat::at).containsOnly(Duration.ofMillis(50));
    }

    @Test
    void aSpeedShortensTheWaitAndRaisesTheRate() {
        assertThat(new Pace(Duration.ofMillis(300), 10).times(10))
                .isEqualTo(new Pace(Duration.ofMillis(30), 100));
        assertThat(Pace.AT_ONCE.times(10)).isEqualTo(Pace.AT_ONCE);
        assertThat(new Pace(Duration.ofMillis(1), 1).times(0.1))
                .isEqualTo(new Pace(Duration.ofMillis(10), 1));
    }

    @Test
    void manyTokensDoNotOverflow() {
        assertThat(new Pace(Duration.ZERO, 1).after(10_000_000))
                .isEqualTo(Duration.ofSeconds(10_000_000));
    }

    @Test
    void aPaceIsNotNegative() {
        assertThatThrownBy(() -> new Pace(Duration.ofMillis(-1), 0)).hasMessageContaining("ttft");
        assertThatThrownBy(() -> new Pace(Duration.ZERO, -1))
                .hasMessageContaining("tokens_per_second");
    }
}
