package dev.monkeycoder.cli.mesh.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The process that holds the local mesh. It has a session of its own, so that a Ctrl-C in the
/// terminal reaches only the command, which then ends it in order.
public final class Supervisor implements AutoCloseable {
    static final String MAIN = "dev.monkeycoder.mesh.MeshMain";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path output;
    private int read;

    private Supervisor(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// A mesh that ends with this process, however that ends: it reads the end of its standard
    /// input.
    public static Supervisor attached(Path home) {
        return start(home, List.of("--attached"), ProcessBuilder.Redirect.PIPE);
    }

    /// A mesh that stays up until somebody stops it.
    public static Supervisor detached(Path home) {
        return start(home, List.of(), ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    private static Supervisor start(
            Path home, List<String> arguments, ProcessBuilder.Redirect input) {
        var logs = home.resolve(".monkey").resolve("logs");
        var output = logs.resolve("supervisor.jsonl");
        var command = new ArrayList<>(session());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        try {
            Files.createDirectories(logs);
            Files.deleteIfExists(output);
            var builder =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectInput(input)
                            .redirectOutput(output.toFile())
                            .redirectError(
                                    ProcessBuilder.Redirect.appendTo(
                                            logs.resolve("supervisor.log").toFile()));
            builder.environment().put("MONKEY_HOME", home.toString());
            return new Supervisor(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What starts a program in a session of its own, with what the machine has: `setsid` on Linux,
    /// Perl on macOS.
    private static List<String> session() {
        return List.of(
                        List.of("setsid"),
                        List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!"),
                        List.of("nohup"))
                .stream()
                .filter(command -> onPath(command.getFirst()))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// The whole lines that came since the last call.
    public List<String> lines() {
        try {
            var text = Files.readString(output, StandardCharsets.UTF_8);
            var end = text.lastIndexOf('\n') + 1;
            var fresh = text.substring(Math.min(read, end), end);
            read = Math.max(read, end);
            return fresh.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Waits for the end of an attached mesh, whoever causes it.
    public void await() throws InterruptedException {
        process.waitFor();
    }

    /// Ends an attached mesh and waits until each of its processes is gone.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether a supervisor has this process id. After a crash another program may have it.
    static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(Supervisor::ours).isPresent();
    }

    /// Ends a detached mesh by the id of its supervisor.
    ///
    /// @return whether it is gone, with all its parts; else it still stops after a minute
    public static boolean stop(long pid) {
        var handle = ProcessHandle.of(pid).filter(Supervisor::ours);
        handle.ifPresent(ProcessHandle::destroy);
        return handle.isEmpty()
                || handle.get()
                        .onExit()
                        .thenApply(_ -> true)
                        .completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
    }

    private static boolean ours(ProcessHandle handle) {
        var info = handle.info();
        return handle.isAlive()
                && (info.arguments().stream().flatMap(Stream::of).anyMatch(MAIN::equals)
                        || info.commandLine().filter(line -> line.contains(MAIN)).isPresent());
    }
}
