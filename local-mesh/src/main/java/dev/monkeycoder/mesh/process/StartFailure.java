package dev.monkeycoder.mesh.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A part did not come up. The message names the part, what happened, and its log with the last
/// lines.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 15;

    private StartFailure(String message) {
        super(message);
    }

    static StartFailure ended(Program program, int code) {
        return of(program, "ended with code " + code + " before it was ready");
    }

    static StartFailure late(Program program, Duration atMost) {
        return of(program, "not ready after " + atMost.toSeconds() + " s");
    }

    private static StartFailure of(Program program, String what) {
        String tail = String.join("\n  ", tail(program.log(), LINES));
        return new StartFailure(
                program.name() + ": " + what + "; log=" + program.log() + "\n  " + tail);
    }

    /// The last lines of a log; empty when there is none.
    public static List<String> tail(Path log, int lines) {
        try {
            List<String> all =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
