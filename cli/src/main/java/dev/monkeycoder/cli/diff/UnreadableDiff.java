package dev.monkeycoder.cli.diff;

/// Text that is no diff in git's form.
public final class UnreadableDiff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableDiff(String message) {
        super("diff: " + message);
    }
}
