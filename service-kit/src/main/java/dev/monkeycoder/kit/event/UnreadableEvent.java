package dev.monkeycoder.kit.event;

/// A message that no retry will make readable. It is parked as a dead letter with this message.
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableEvent(String message) {
        super(message);
    }
}
