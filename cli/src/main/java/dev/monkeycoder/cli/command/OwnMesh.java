package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.mesh.process.Supervisor;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// A mesh that this command started and ends: at Ctrl-C, when it is done, and when it fails.
final class OwnMesh implements AutoCloseable {
    private final Supervisor supervisor;
    private final PrintStream notes;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::end, "end-mesh");

    OwnMesh(Supervisor supervisor, PrintStream notes) {
        this.supervisor = supervisor;
        this.notes = notes;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Supervisor supervisor() {
        return supervisor;
    }

    /// Returns when the supervisor is gone.
    void await() {
        try {
            supervisor.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    /// Ends the mesh and waits for that; the second time nothing happens.
    void end() {
        if (closed.compareAndSet(false, true)) {
            if (supervisor.alive()) {
                notes.println("\nstopping the mesh …");
            }
            supervisor.close();
            notes.println(supervisor.alive() ? "the mesh is still stopping" : "the mesh is down");
        }
    }

    @Override
    public void close() {
        end();
    }
}
