package dev.monkeycoder.cli.mesh.process;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The end of a log, and what is added to it.
public final class LogTail {
    private static final Duration LOOK = Duration.ofMillis(200);

    /// As much of the end of a log as is read for its last lines.
    private static final long WINDOW_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private long read;

    public LogTail(Path file) {
        this.file = file;
    }

    public List<String> last(int count) {
        var text = from(Math.max(0, length() - WINDOW_BYTES));
        var lines = text.lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /// Gives each new line to `sink`, until the process ends. A log that became shorter was begun
    /// anew.
    public void follow(Consumer<String> sink) {
        while (true) {
            if (length() < read) {
                read = 0;
            }
            from(read).lines().forEach(sink);
            pause();
        }
    }

    private long length() {
        return file.toFile().length();
    }

    /// Whole lines from a position on; remembers where they end.
    private String from(long start) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8, log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.lastIndexOf('\n') + 1;
            read = start + end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }
}
