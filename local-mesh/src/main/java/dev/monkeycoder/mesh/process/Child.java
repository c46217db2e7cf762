package dev.monkeycoder.mesh.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A program that runs and can't outlive this JVM: it stands under `keeper.sh`, which ends it when
/// the pipe to this JVM ends, however that came about.
public final class Child implements AutoCloseable {
    private static final String KEEPER = keeper();
    // nothing else of the launcher's environment: a variable meant for another program would show
    private static final Pattern INHERITED =
            Pattern.compile("PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_.*|TZ|JAVA_TOOL_OPTIONS");

    private final Program program;
    private final Process keeper;
    private final long pid;
    private final CompletableFuture<Integer> ended;

    private Child(Program program, Process keeper, long pid) {
        this.program = program;
        this.keeper = keeper;
        this.pid = pid;
        this.ended = keeper.onExit().thenApply(this::ended);
    }

    /// Starts the program. That it can't be executed shows as an early end, with the cause in its
    /// log.
    ///
    /// @throws UncheckedIOException when no process can be started at all
    public static Child start(Program program) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", KEEPER, "keeper", program.log().toString()));
        command.add(program.ending().signal());
        command.add(Integer.toString(program.ending().seconds()));
        command.addAll(program.command());
        try {
            Files.createDirectories(
                    Objects.requireNonNull(program.log().toAbsolutePath().getParent()));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> !INHERITED.matcher(name).matches());
            builder.environment().putAll(program.environment());
            Process keeper = builder.start();
            return new Child(program, keeper, firstLine(program, keeper));
        } catch (IOException e) {
            throw new UncheckedIOException(program.name() + ": not started", e);
        }
    }

    /// Runs a program to its end.
    ///
    /// @throws StartFailure when it ends with another exit code than 0, or takes longer
    public static void run(Program program, Duration atMost) {
        try (Child child = start(program)) {
            boolean ended = child.keeper.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                throw StartFailure.late(program, atMost);
            }
            if (child.keeper.exitValue() != 0) {
                throw StartFailure.ended(program, child.keeper.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program.name() + ": interrupted", e);
        }
    }

    public Program program() {
        return program;
    }

    /// The process id of the program itself, not of its keeper.
    public long pid() {
        return pid;
    }

    public boolean alive() {
        return keeper.isAlive();
    }

    /// Completes with the exit code (above 128: 128 and the signal that ended it).
    public CompletableFuture<Integer> ended() {
        return ended.copy();
    }

    /// SIGKILL, as a crash would have it; returns when the program is gone.
    public void kill() {
        if (keeper.isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        ended.join();
    }

    /// Asks the program to end, and returns when it has: at the latest some seconds after its time
    /// is up.
    @Override
    public void close() {
        closePipe();
        long seconds = program.ending().seconds() + 5L;
        ended.completeOnTimeout(-1, seconds, TimeUnit.SECONDS).join();
    }

    private Integer ended(Process keeper) {
        // were the keeper itself killed, its watcher would still see this
        closePipe();
        return keeper.exitValue();
    }

    private void closePipe() {
        try {
            keeper.getOutputStream().close();
        } catch (IOException e) {
            // the pipe is broken because the keeper is gone: that is what was wanted
            assert !keeper.isAlive() : e;
        }
    }

    private static long firstLine(Program program, Process keeper) throws IOException {
        try (BufferedReader reader = keeper.inputReader(StandardCharsets.US_ASCII)) {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException(program.log() + ": not writable, or no sh");
            }
            return Long.parseLong(line.strip());
        }
    }

    private static String keeper() {
        try (InputStream in = Child.class.getResourceAsStream("keeper.sh")) {
            return new String(
                    Objects.requireNonNull(in, "keeper.sh").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
