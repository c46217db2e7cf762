package dev.monkeycoder.provider.chat;

/// Carries a [ChatFailure] through code that reports failures as exceptions. It has no stack trace:
/// what went wrong is the vendor's or the network's doing.
public final class ChatFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ChatFailure failure;

    public ChatFailedException(ChatFailure failure) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    public ChatFailure failure() {
        return failure;
    }
}
