package dev.monkeycoder.orchestrator.agent;

/// A definition file that can't be taken. The message begins with `file:line:`.
public final class InvalidDefinition extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidDefinition(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
