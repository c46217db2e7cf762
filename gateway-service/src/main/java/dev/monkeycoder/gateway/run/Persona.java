package dev.monkeycoder.gateway.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose part a single agent plays, and the slash command that chooses it.
public enum Persona {
    DEVELOPER("/dev"),
    ARCHITECT("/arch"),
    REVIEWER("/review"),
    SECURITY_ANALYST("/security"),
    PERFORMANCE_EXPERT("/perf"),
    TESTER("/test"),
    TECHNICAL_WRITER("/docs"),
    /// The custom instructions say it all.
    CUSTOM("");

    private final String command;

    Persona(String command) {
        this.command = command;
    }

    /// The name in the API, such as `security_analyst`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Persona> commanded(String word) {
        return Stream.of(values())
                .filter(persona -> !persona.command.isEmpty() && persona.command.equals(word))
                .findFirst();
    }
}
