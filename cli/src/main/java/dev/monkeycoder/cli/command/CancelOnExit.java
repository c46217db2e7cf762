package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.client.Gateway;
import java.io.PrintStream;
import java.util.Map;

/// While this is open, Ctrl-C cancels the run before the command ends.
final class CancelOnExit implements AutoCloseable {
    private final Thread hook;

    CancelOnExit(Gateway gateway, String run, PrintStream notes) {
        hook = new Thread(() -> cancel(gateway, run, notes), "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void cancel(Gateway gateway, String run, PrintStream notes) {
        notes.println();
        try {
            gateway.post(Paths.run(run) + "/cancel", "{}", Map.of());
            notes.println("cancelled run " + run);
        } catch (Stop e) {
            notes.println("run " + run + " goes on, it could not be cancelled: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the command is ending already, and the hook is at work
        }
    }
}
