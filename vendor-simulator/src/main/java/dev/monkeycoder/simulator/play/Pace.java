package dev.monkeycoder.simulator.play;

import java.time.Duration;

/// How fast a model speaks.
///
/// @param firstToken from the request to the first frame
/// @param tokensPerSecond 0 for all at once
public record Pace(Duration firstToken, int tokensPerSecond) {
    /// Everything at once.
    public static final Pace AT_ONCE = new Pace(Duration.ZERO, 0);

    public Pace {
        if (firstToken.isNegative()) {
            throw new IllegalArgumentException("ttft: " + firstToken + " (expected: >= 0)");
        }
        if (tokensPerSecond < 0) {
            throw new IllegalArgumentException(
                    "tokens_per_second: " + tokensPerSecond + " (expected: >= 0)");
        }
    }

    /// When, since the request, a frame goes that has so many tokens before it.
    public Duration after(int tokens) {
        return tokensPerSecond == 0
                ? firstToken
                : firstToken.plusNanos(tokens * 1_000_000_000L / tokensPerSecond);
    }

    /// The same pace, so many times as fast.
    public Pace times(double speed) {
        return new Pace(
                Duration.ofNanos((long) (firstToken.toNanos() / speed)),
                tokensPerSecond == 0 ? 0 : Math.max(1, (int) (tokensPerSecond * speed)));
    }
}
