package dev.monkeycoder.gateway.run;

import java.util.Locale;

/// What kind of work a run is.
public enum TaskType {
    CODE_GENERATION,
    CODE_ANALYSIS,
    CODE_REVIEW,
    DOCUMENTATION,
    TESTING,
    DEBUGGING,
    REFACTORING,
    CUSTOM;

    /// The name in the API, such as `code_review`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
