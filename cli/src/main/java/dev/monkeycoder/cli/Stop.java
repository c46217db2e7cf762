package dev.monkeycoder.cli;

import java.util.Optional;

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

    /// @param what as in `the gateway at http://…`
    public static Stop unreachable(String what, Exception cause) {
        var reason =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        return with(Exit.UNREACHABLE, what + " can't be reached: " + reason);
    }

    public Exit exit() {
        return exit;
    }
}
