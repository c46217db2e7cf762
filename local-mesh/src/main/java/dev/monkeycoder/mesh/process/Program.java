package dev.monkeycoder.mesh.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is run, where it logs, and how it is asked to end.
///
/// @param name how people and logs call it
/// @param environment all of it, but for paths and language, which are the launcher's
/// @param log standard output and error are appended to it
/// @param ending what it gets first when it should end, and how long it has before SIGKILL
public record Program(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Ending ending) {
    /// A signal's name without `SIG`, and whole seconds.
    public record Ending(String signal, int seconds) {
        public static final Ending POLITE = new Ending("TERM", 10);
    }

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Program of(String name, List<String> command, Path log) {
        return new Program(name, command, Map.of(), log, Ending.POLITE);
    }

    public Program with(Map<String, String> environment) {
        return new Program(name, command, environment, log, ending);
    }

    public Program with(Ending ending) {
        return new Program(name, command, environment, log, ending);
    }
}
