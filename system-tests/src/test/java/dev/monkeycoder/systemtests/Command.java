package dev.monkeycoder.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that a test runs to its end, without a terminal.
record Command(List<String> words, Path folder, Map<String, String> environment) {
    private static final int MINUTES = 3;

    /// How it ended, and what it printed.
    record Result(int code, String out, String err) {
        Result succeeds() {
            assertThat(code).as(err + out).isZero();
            return this;
        }
    }

    static Command of(String... words) {
        return new Command(List.of(words), Path.of("."), Map.of());
    }

    Command in(Path other) {
        return new Command(words, other, environment);
    }

    /// With one more variable; an empty value takes it away.
    Command with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Command(words, folder, more);
    }

    void succeeds() {
        run().succeeds();
    }

    Result run() {
        try {
            Path out = Files.createTempFile("monkey-out-", ".txt");
            Path err = Files.createTempFile("monkey-err-", ".txt");
            try {
                int code = ended(out, err);
                return new Result(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(words.getFirst() + ": can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int ended(Path out, Path err) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(words + ": not ended after " + MINUTES + " minutes");
        }
        return process.exitValue();
    }
}
