package dev.monkeycoder.events;

/// Tokens that a vendor counted. `input` holds `cachedInput` and `cacheWrite`; `output` holds
/// `reasoning`: the parts are never added to the whole.
public record Usage(long input, long output, long cachedInput, long cacheWrite, long reasoning) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    public Usage {
        Check.atLeast(0, input, "usage.input");
        Check.atLeast(0, output, "usage.output");
        Check.atLeast(0, cachedInput, "usage.cached_input");
        Check.atLeast(0, cacheWrite, "usage.cache_write");
        Check.atLeast(0, reasoning, "usage.reasoning");
    }

    public static Usage of(long input, long output) {
        return new Usage(input, output, 0, 0, 0);
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                output + other.output,
                cachedInput + other.cachedInput,
                cacheWrite + other.cacheWrite,
                reasoning + other.reasoning);
    }

    /// Input and output together.
    public long total() {
        return input + output;
    }
}
