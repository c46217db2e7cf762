package dev.monkeycoder.auth.usage;

import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Money;
import java.util.Collection;

/// What attempts used together: exact, whole tokens and micro-dollars.
public record LedgerTotal(long inputTokens, long outputTokens, Money cost) {
    public static final LedgerTotal NOTHING = new LedgerTotal(0, 0, Money.ZERO);

    /// @throws ArithmeticException when a sum does not fit: a wrong total is never given
    public static LedgerTotal of(Collection<UsageRecorded> attempts) {
        var total = NOTHING;
        for (var attempt : attempts) {
            total = total.plus(attempt);
        }
        return total;
    }

    private LedgerTotal plus(UsageRecorded attempt) {
        return new LedgerTotal(
                Math.addExact(inputTokens, attempt.usage().input()),
                Math.addExact(outputTokens, attempt.usage().output()),
                cost.plus(attempt.cost()));
    }
}
