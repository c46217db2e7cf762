package dev.monkeycoder.gateway.run;

import java.util.Optional;

/// A prompt, and the persona that its slash command chose. A command is one of the known words at
/// the very start, followed by white space; all else, such as the path `/src/x`, is part of the
/// task.
public record Prompt(String text, Optional<Persona> persona) {
    static Prompt parse(String prompt) {
        var end = 0;
        while (end < prompt.length() && !Character.isWhitespace(prompt.charAt(end))) {
            end++;
        }
        if (end == prompt.length()) {
            return new Prompt(prompt, Optional.empty());
        }
        var rest = prompt.substring(end).strip();
        return Persona.commanded(prompt.substring(0, end))
                .map(persona -> new Prompt(rest, Optional.of(persona)))
                .orElseGet(() -> new Prompt(prompt, Optional.empty()));
    }
}
