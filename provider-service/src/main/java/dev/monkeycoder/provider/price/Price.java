package dev.monkeycoder.provider.price;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;

/// What a model's tokens cost, in micro-dollars per million tokens.
public record Price(long input, long cachedInput, long cacheWrite, long output) {
    private static final long MILLION = 1_000_000;

    /// The money for `usage`, rounded up to a whole micro-dollar.
    public Money cost(Usage usage) {
        var plain = usage.input() - usage.cachedInput() - usage.cacheWrite();
        var total =
                Math.addExact(
                        Math.addExact(
                                Math.multiplyExact(plain, input),
                                Math.multiplyExact(usage.cachedInput(), cachedInput)),
                        Math.addExact(
                                Math.multiplyExact(usage.cacheWrite(), cacheWrite),
                                Math.multiplyExact(usage.output(), output)));
        return new Money(Math.ceilDiv(total, MILLION));
    }
}
