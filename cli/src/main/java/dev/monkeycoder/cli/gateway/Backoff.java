package dev.monkeycoder.cli.gateway;

import java.time.Duration;
import java.util.Optional;

/// How long to wait before a stream is opened again: from the server's wish or a quarter second,
/// doubling to five seconds; given up after a dozen tries in a row that brought nothing.
public record Backoff(int tries) {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ENOUGH = 12;

    public static final Backoff FRESH = new Backoff(0);

    /// Empty when it is time to give up.
    public Optional<Duration> pause(Optional<Duration> wish) {
        if (tries >= ENOUGH) {
            return Optional.empty();
        }
        var grown = FIRST.multipliedBy(1L << tries);
        var pause = wish.filter(is -> is.compareTo(grown) > 0).orElse(grown);
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    public Backoff failed() {
        return new Backoff(tries + 1);
    }
}
