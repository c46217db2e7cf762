package dev.monkeycoder.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A copy of the demo's project in a folder of its own.
record Bookshop(Path folder) {
    private static final Pattern TESTS = Pattern.compile("<testsuite[^>]* tests=\"(\\d+)\"");

    static Bookshop copy(SharedMesh mesh, Path folder) {
        Path example = mesh.checkout().resolve("examples/bookshop");
        for (Path file : files(example)) {
            try {
                Path copy = folder.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Bookshop(folder);
    }

    /// The sources, sorted; not what a build made of them.
    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).startsWith("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files with their text.
    List<Tar.File> files() {
        return files(folder).stream()
                .map(file -> new Tar.File(folder.relativize(file).toString(), read(file)))
                .toList();
    }

    byte[] tar() {
        return Tar.of(files());
    }

    String read(String path) {
        return read(folder.resolve(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Applies a diff with git, as its user would.
    void apply(String diff) {
        command("git", "init", "-q").succeeds();
        write("run.diff", diff);
        command("git", "apply", "--whitespace=error-all", "run.diff").succeeds();
    }

    void write(String path, String text) {
        try {
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Builds and tests the copy with the Maven that runs this build.
    ///
    /// @return how many tests there were; all of them passed
    int test() {
        String maven = Path.of(System.getProperty("maven.home", ""), "bin", "mvn").toString();
        command(maven, "-B", "-q", "test").succeeds();
        return reports().stream()
                .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                .map(Bookshop::read)
                .mapToInt(Bookshop::tests)
                .sum();
    }

    private List<Path> reports() {
        try (Stream<Path> files = Files.list(folder.resolve("target/surefire-reports"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tests(String report) {
        Matcher tests = TESTS.matcher(report);
        return tests.find() ? Integer.parseInt(tests.group(1)) : 0;
    }

    private Command command(String... words) {
        return Command.of(words).in(folder).with("JAVA_HOME", System.getProperty("java.home", ""));
    }

    /// Archives, as clients upload them.
    static final class Tar {
        private Tar() {}

        record File(String path, String content) {}

        static byte[] of(List<File> files) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
                for (File file : files) {
                    byte[] content = file.content().getBytes(UTF_8);
                    TarArchiveEntry entry = new TarArchiveEntry(file.path());
                    entry.setSize(content.length);
                    tar.putArchiveEntry(entry);
                    tar.write(content);
                    tar.closeArchiveEntry();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
