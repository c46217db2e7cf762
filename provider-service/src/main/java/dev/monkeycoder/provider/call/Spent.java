package dev.monkeycoder.provider.call;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;

/// What all attempts of a call used together.
public record Spent(Usage usage, Money cost) {}
