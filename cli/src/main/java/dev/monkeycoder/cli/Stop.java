package dev.monkeycoder.cli;

/// Ends the command with a message for people and an exit code.
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;

    private Stop(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    public static Stop with(Exit exit, String message) {
        return new Stop(exit, message);
    }

    public Exit exit() {
        return exit;
    }
}
