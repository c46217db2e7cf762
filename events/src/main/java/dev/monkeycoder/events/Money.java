package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An amount in micro-dollars: 1,000,000 are one US dollar. In JSON a bare integer.
public record Money(@JsonValue long micros) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {
        Check.atLeast(0, micros, "money");
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    /// What is left of this after `spent`; never below zero.
    public Money less(Money spent) {
        return new Money(Math.max(0, micros - spent.micros));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }
}
