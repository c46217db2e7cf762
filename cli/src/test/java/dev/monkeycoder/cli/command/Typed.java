package dev.monkeycoder.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A person at a keyboard, or a pipe: what they type, and what they get.
final class Typed {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private Terminal screen = Terminal.PIPE;
    private String input = "";

    /// What a command printed, and its exit code.
    record Got(int code, String out, String err) {}

    Typed(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
    }

    Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Typed atATerminal() {
        screen = new Terminal(100, false, true);
        return this;
    }

    Typed answering(String text) {
        input = text;
        return this;
    }

    Got monkey(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var world =
                new World(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        screen,
                        screen,
                        environment,
                        home,
                        InstantSource.system());
        var code = Monkey.run(world, arguments);
        return new Got(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
