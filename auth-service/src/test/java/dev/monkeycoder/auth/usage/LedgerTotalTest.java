package dev.monkeycoder.auth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTotalTest {
    @Test
    void nothingBookedIsNothing() {
        assertThat(LedgerTotal.of(List.of())).isEqualTo(LedgerTotal.NOTHING);
    }

    @Test
    void everyAttemptOfACallCounts() {
        var total = LedgerTotal.of(List.of(attempt(1, 7), attempt(2, 11)));
        assertThat(total).isEqualTo(new LedgerTotal(200, 20, new Money(18)));
    }

    @Test
    void microDollarsStayExactWhereADoubleWouldNot() {
        var big = (1L << 53) + 1;
        assertThat(LedgerTotal.of(List.of(attempt(1, big), attempt(2, 1))).cost())
                .isEqualTo(new Money(big + 1));
    }

    @Test
    void sumThatDoesNotFitIsNoSum() {
        var attempts = List.of(attempt(1, Long.MAX_VALUE), attempt(2, 1));
        assertThatThrownBy(() -> LedgerTotal.of(attempts)).isInstanceOf(ArithmeticException.class);
    }

    private static UsageRecorded attempt(int number, long micros) {
        return new UsageRecorded(
                new CallId(new RunId(new UUID(0, 1)), 1),
                number,
                new AgentName("developer"),
                "openai",
                "gpt",
                Usage.of(100, 10),
                new Money(micros),
                false,
                "completed",
                Instant.EPOCH);
    }
}
