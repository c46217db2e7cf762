package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;

/// What a run or a turn has used.
///
/// @param steps model calls that were asked for
public record Spent(int steps, Usage usage, Money cost) {
    public static final Spent NOTHING = new Spent(0, Usage.NONE, Money.ZERO);

    Spent step() {
        return new Spent(steps + 1, usage, cost);
    }

    public Spent plus(Usage moreUsage, Money moreCost) {
        return new Spent(steps, usage.plus(moreUsage), cost.plus(moreCost));
    }

    public Spent plus(Spent more) {
        return new Spent(steps + more.steps, usage.plus(more.usage), cost.plus(more.cost));
    }
}
