package dev.monkeycoder.gateway.run;

import java.util.Locale;

/// Who answers model calls.
public enum Vendor {
    OPENAI,
    ANTHROPIC,
    GOOGLE,
    GROQ,
    XAI,
    /// Any server with OpenAI's interface that this installation names.
    COMPATIBLE,
    /// The vendor simulator, where it runs: scripted answers.
    SIMULATOR;

    /// The name in the API, such as `openai`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
