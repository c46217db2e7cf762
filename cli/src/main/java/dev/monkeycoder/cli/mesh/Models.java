package dev.monkeycoder.cli.mesh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the environment names a real model (docs/configuration.md).
public final class Models {
    private static final String ADDRESS = "MONKEY_MODEL_URL";
    private static final String MODEL = "MONKEY_MODEL";
    private static final List<String> KEYS =
            List.of(
                    "OPENAI_API_KEY",
                    "ANTHROPIC_API_KEY",
                    "GEMINI_API_KEY",
                    "GROQ_API_KEY",
                    "XAI_API_KEY");

    private Models() {}

    public static boolean configured(Map<String, String> environment) {
        return Stream.concat(KEYS.stream(), Stream.of(ADDRESS))
                .anyMatch(name -> set(environment, name));
    }

    /// What is missing before a real task can be done; empty when nothing is.
    ///
    /// @param model what the command line names
    public static Optional<String> missing(
            Map<String, String> environment, Optional<String> model) {
        if (!configured(environment)) {
            return Optional.of("no model is configured. " + advice());
        }
        var served = KEYS.stream().noneMatch(name -> set(environment, name));
        return served && model.isEmpty() && !set(environment, MODEL)
                ? Optional.of(
                        ADDRESS
                                + " is set, but no model is named: set "
                                + MODEL
                                + " to one that this server has, or give --model.")
                : Optional.empty();
    }

    /// Which variables to set.
    public static String advice() {
        return "Set one of "
                + String.join(", ", KEYS)
                + ", or "
                + ADDRESS
                + " (any OpenAI-compatible server, such as Ollama: http://127.0.0.1:11434/v1) with "
                + MODEL
                + ".";
    }

    private static boolean set(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
