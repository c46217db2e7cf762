package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What a run may still use. Nothing here is ever negative.
public record Remaining(Limits of, Spent spent, int seconds) {

    public static Remaining of(Limits limits, Spent spent, Duration elapsed) {
        return new Remaining(
                limits, spent, (int) Math.max(0, limits.seconds() - elapsed.toSeconds()));
    }

    public int steps() {
        return Math.max(0, of.steps() - spent.steps());
    }

    public long tokens() {
        return Math.max(0, of.tokens() - spent.usage().total());
    }

    public Money cost() {
        return of.cost().less(spent.cost());
    }

    /// The limit that forbids one more model call, if one does. A budget of nothing allows models
    /// that cost nothing.
    public Optional<Failure> reached() {
        if (steps() == 0) {
            return limit("all %d model calls of the run are used".formatted(of.steps()));
        }
        if (tokens() == 0) {
            return limit("all %d tokens of the run are used".formatted(of.tokens()));
        }
        if (!spent.cost().equals(Money.ZERO) && cost().equals(Money.ZERO)) {
            return limit("the run's budget of %s is used".formatted(dollars(of.cost())));
        }
        return seconds == 0 ? Optional.of(outOfTime(of)) : Optional.empty();
    }

    public static Failure outOfTime(Limits limits) {
        return new Failure(
                Failure.Kind.DEADLINE_EXCEEDED,
                "the run's time of %d s is over".formatted(limits.seconds()));
    }

    /// As limits of what is left; only while none is [reached][#reached()].
    public Limits limits() {
        return new Limits(steps(), tokens(), cost(), seconds);
    }

    /// An amount for people, such as `$4.98`; amounts below a cent keep their digits.
    public static String dollars(Money money) {
        var amount = BigDecimal.valueOf(money.micros(), 6).stripTrailingZeros();
        return "$" + amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }

    private static Optional<Failure> limit(String detail) {
        return Optional.of(new Failure(Failure.Kind.LIMIT_REACHED, detail));
    }
}
