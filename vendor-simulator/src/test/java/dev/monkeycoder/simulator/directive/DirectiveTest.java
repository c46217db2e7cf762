package dev.monkeycoder.simulator.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.play.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectiveTest {
    @Test
    void aMessageWithoutADirectiveSetsNothing() {
        Directive none = Directive.in("add a discount to cart[[0]]");
        assertThat(none).isEqualTo(Directive.NONE);
        assertThat(none.fault()).isEmpty();
        assertThat(none.number("tokens", 100)).isEqualTo(100);
        assertThat(none.setsPace()).isFalse();
    }

    @Test
    void everySettingIsRead() {
        Directive directive =
                Directive.in(
                        """
                        please
                        [[sim tokens=200 ttft_ms=50 tps=100 tools=2 tool=read_file fault=429 retry_after=1 times=3]] now\
                        """);
        assertThat(directive.number("tokens", 0)).isEqualTo(200);
        assertThat(directive.number("tools", 0)).isEqualTo(2);
        assertThat(directive.tool()).contains("read_file");
        assertThat(directive.pace(Pace.AT_ONCE)).isEqualTo(new Pace(Duration.ofMillis(50), 100));
        assertThat(directive.fault())
                .contains(
                        new Fault(Fault.Kind.RATE_LIMITED, 3, Optional.of(Duration.ofSeconds(1))));
        assertThat(directive.times()).isEqualTo(3);
    }

    @Test
    void ofSeveralDirectivesTheLastCounts() {
        Directive directive = Directive.in("[[sim tokens=1 tps=7]] and [[sim tokens=2]]");
        assertThat(directive.number("tokens", 0)).isEqualTo(2);
        assertThat(directive.setsPace()).isFalse();
        assertThat(directive.text()).isEqualTo("[[sim tokens=2]]");
    }

    @Test
    void aPaceThatIsHalfSetKeepsTheOtherHalf() {
        assertThat(Directive.in("[[sim tps=9]]").pace(new Pace(Duration.ofMillis(5), 1)))
                .isEqualTo(new Pace(Duration.ofMillis(5), 9));
    }

    @ParameterizedTest
    @CsvSource({
        "token=1, unknown setting: token",
        "tokens, tokens:  (expected: 0 to 10000000)",
        "tokens=-1, tokens: -1 (expected: 0 to 10000000)",
        "tokens=99999999, tokens: 99999999 (expected: 0 to 10000000)",
        "times=0, times: 0 (expected: >= 1)",
    })
    void whatCannotBeReadIsNamed(String setting, String message) {
        assertThatThrownBy(() -> Directive.in("[[sim " + setting + "]]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownFaultIsRefused() {
        assertThatThrownBy(() -> Directive.in("[[sim fault=fire]]"))
                .hasMessageContaining("fault: fire");
    }
}
