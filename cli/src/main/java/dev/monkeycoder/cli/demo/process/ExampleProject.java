package dev.monkeycoder.cli.demo.process;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.demo.TestCount;
import dev.monkeycoder.cli.project.BuildFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A copy of the example, with its own Maven build.
public final class ExampleProject {
    private final Path folder;

    private ExampleProject(Path folder) {
        this.folder = folder;
    }

    /// Copies the example's sources.
    ///
    /// @param wish where to; empty for a fresh folder among the temporary ones
    /// @throws Stop when the folder has something in it
    public static ExampleProject copy(Path example, Optional<Path> wish) {
        try {
            var target =
                    wish.isPresent() ? wish.get() : Files.createTempDirectory("monkey-bookshop-");
            Files.createDirectories(target);
            try (var there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw Stop.with(
                            Exit.USAGE, target + " is not empty (expected: a new or empty folder)");
                }
            }
            try (var files = Files.walk(example)) {
                for (var file :
                        (Iterable<Path>) files.filter(file -> belongs(example, file))::iterator) {
                    var copy = target.resolve(example.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
            return new ExampleProject(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongs(Path example, Path file) {
        for (var name : example.relativize(file)) {
            if (BuildFolders.skipped(name.toString())) {
                return false;
            }
        }
        return true;
    }

    public Path folder() {
        return folder;
    }

    /// What `mvn test` says, by the JDK that runs this.
    ///
    /// @param output what Maven printed
    public record Tested(TestCount count, boolean passed, String output) {}

    public Tested test() {
        try {
            var log = Files.createTempFile("monkey-mvn-", ".log");
            var builder =
                    new ProcessBuilder("mvn", "-B", "-q", "test")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var code = ended(builder.start());
            var count = TestCount.of(reports());
            var output = Files.readString(log);
            Files.delete(log);
            return new Tested(count, code == 0 && count.passed(), output);
        } catch (IOException e) {
            throw Stop.with(Exit.USAGE, "mvn can't be run: " + e.getMessage());
        }
    }

    private static int ended(Process maven) {
        var end = new Thread(maven::destroy, "end-maven");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            maven.getOutputStream().close();
            return maven.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        } finally {
            forget(end);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the command is ending already
        }
    }

    private List<String> reports() throws IOException {
        var reports = folder.resolve("target").resolve("surefire-reports");
        var form = FileSystems.getDefault().getPathMatcher("glob:TEST-*.xml");
        var texts = new ArrayList<String>();
        if (Files.isDirectory(reports)) {
            try (var files = Files.list(reports)) {
                for (var file :
                        (Iterable<Path>)
                                files.filter(file -> form.matches(file.getFileName()))::iterator) {
                    texts.add(Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
