package dev.monkeycoder.provider.vendor;

/// A vendor's key. It never shows itself in a log or an error.
public record ApiKey(String secret) {
    @Override
    public String toString() {
        return "***";
    }
}
