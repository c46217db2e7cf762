package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.spans.Span;
import dev.monkeycoder.cli.spans.SpanTree;
import dev.monkeycoder.cli.spans.client.Collector;
import java.time.Duration;
import java.util.List;

/// The spans of a trace once they have arrived: services send them in batches, some seconds late.
final class Collected {
    private static final Duration LOOK = Duration.ofMillis(400);

    private final Collector collector;

    Collected(String address) {
        this.collector = new Collector(Access.http(), address);
    }

    /// Looks until nothing is missing and nothing new came, or the time is up.
    List<Span> whole(String trace, Duration atMost) {
        var spans = collector.spans(trace);
        for (var left = atMost.dividedBy(LOOK); left > 0; left--) {
            pause();
            var later = collector.spans(trace);
            if (!later.isEmpty() && later.size() == spans.size() && SpanTree.of(later).whole()) {
                return later;
            }
            spans = later;
        }
        return spans;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }
}
