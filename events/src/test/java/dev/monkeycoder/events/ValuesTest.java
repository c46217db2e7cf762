package dev.monkeycoder.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final RunId RUN = new RunId(new UUID(0, 1));

    @Test
    void aCallIsNamedByItsRunAndNumber() {
        var call = new CallId(RUN, 7);
        assertThat(CallId.of(call.toString())).isEqualTo(call);
        assertThatThrownBy(() -> CallId.of("7")).hasMessage("call: 7 (expected: <run>/<number>)");
        assertThatThrownBy(() -> new CallId(RUN, 0)).hasMessage("call.number: 0 (expected: >= 1)");
    }

    @Test
    void moneyNeverRunsBelowZeroNorOver() {
        assertThat(new Money(5).less(new Money(7))).isEqualTo(Money.ZERO);
        assertThat(new Money(5).plus(new Money(7))).isEqualTo(new Money(12));
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(-1)).hasMessage("money: -1 (expected: >= 0)");
    }

    @Test
    void usageAddsUpPartByPart() {
        assertThat(new Usage(10, 5, 3, 2, 1).plus(new Usage(1, 1, 1, 1, 1)))
                .isEqualTo(new Usage(11, 6, 4, 3, 2));
        assertThat(new Usage(10, 5, 3, 2, 1).total()).isEqualTo(15);
    }

    @Test
    void blankNamesAreRefused() {
        assertThatThrownBy(() -> new AgentName(" "))
                .hasMessage("agent: empty (expected: some text)");
    }
}
