package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What a command sees of the outside.
///
/// @param out what was asked for; `screen` is how it looks there
/// @param err everything else; `notes` is how that looks
/// @param farewell standard error, for what is said while the command ends
/// @param home the repository
record World(
        InputStream in,
        PrintStream out,
        PrintStream err,
        PrintStream farewell,
        Terminal screen,
        Terminal notes,
        Map<String, String> environment,
        Path home,
        InstantSource clock) {
    World {
        environment = Map.copyOf(environment);
    }

    void print(List<String> lines) {
        lines.forEach(out::println);
    }

    void note(String line) {
        err.println(line);
    }

    /// Where a person follows what happens: the terminal they sit at, or else beside the result.
    PrintStream stage() {
        return screen.interactive() ? out : err;
    }

    Terminal stageTerminal() {
        return screen.interactive() ? screen : notes;
    }

    Path state() {
        return home.resolve(".monkey");
    }
}
