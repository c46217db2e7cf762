package dev.monkeycoder.provider.vendor;

/// How a vendor's Chat Completions differ from the common ground.
public enum Dialect {
    /// Understood by every compatible server: the output is bounded by `max_tokens`.
    COMMON("max_tokens", false),
    /// The newer name of the bound; reasoning models refuse the old one.
    COMPLETION_TOKENS("max_completion_tokens", false),
    /// Gemini 3 and later want a thought signature on each earlier tool call. We keep none, so the
    /// value that Google documents for such calls is sent.
    GOOGLE("max_tokens", true);

    private final String bound;
    private final boolean signatures;

    Dialect(String bound, boolean signatures) {
        this.bound = bound;
        this.signatures = signatures;
    }

    /// The field that bounds the output.
    public String bound() {
        return bound;
    }

    public boolean signatures() {
        return signatures;
    }
}
