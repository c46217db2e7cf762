package dev.monkeycoder.auth.usage.rest;

import dev.monkeycoder.auth.usage.LedgerTotal;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact.UsageRecorded;
import java.time.Instant;
import java.util.List;

/// What a run used, attempt by attempt and in all.
record UsageView(List<Attempt> rows, Total total) {

    record Attempt(
            CallId call,
            int attempt,
            String agent,
            String vendor,
            String model,
            long inputTokens,
            long outputTokens,
            long cachedInputTokens,
            long cacheWriteTokens,
            long reasoningTokens,
            long costMicros,
            boolean estimated,
            String outcome,
            Instant at) {}

    record Total(long inputTokens, long outputTokens, long costMicros) {}

    static UsageView of(List<UsageRecorded> attempts) {
        var total = LedgerTotal.of(attempts);
        return new UsageView(
                attempts.stream().map(UsageView::attempt).toList(),
                new Total(total.inputTokens(), total.outputTokens(), total.cost().micros()));
    }

    private static Attempt attempt(UsageRecorded booked) {
        var usage = booked.usage();
        return new Attempt(
                booked.call(),
                booked.attempt(),
                booked.agent().value(),
                booked.vendor(),
                booked.model(),
                usage.input(),
                usage.output(),
                usage.cachedInput(),
                usage.cacheWrite(),
                usage.reasoning(),
                booked.cost().micros(),
                booked.estimated(),
                booked.outcome(),
                booked.at());
    }
}
