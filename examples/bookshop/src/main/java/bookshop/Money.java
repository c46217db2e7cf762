package bookshop;

/// An amount of money in whole euro cents, never negative.
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money {
        if (cents < 0) {
            throw new IllegalArgumentException("cents: " + cents + " (expected: >= 0)");
        }
    }

    public static Money euros(long euros, int cents) {
        return new Money(Math.addExact(Math.multiplyExact(euros, 100), cents));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /// As on a price tag: `12.50 EUR`.
    @Override
    public String toString() {
        return "%d.%02d EUR".formatted(cents / 100, cents % 100);
    }
}
