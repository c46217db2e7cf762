package dev.monkeycoder.provider.chat;

/// Why a model stopped, under its name on our wire.
public enum Finish {
    STOP("stop"),
    TOOL_CALLS("tool_calls"),
    /// The output reached its bound: the text is a part and is said to be one.
    LENGTH("length"),
    CONTENT_FILTER("content_filter");

    private final String wire;

    Finish(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
