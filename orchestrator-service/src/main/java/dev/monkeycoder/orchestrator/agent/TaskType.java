package dev.monkeycoder.orchestrator.agent;

import java.util.Locale;
import java.util.stream.Stream;

/// The API's task types, and what each means for the work.
enum TaskType {
    CODE_GENERATION("Write new code that fits the project as it stands, together with its tests."),
    CODE_ANALYSIS(
            "Explain what the code does and where its risks are. Name files and lines as proof;"
                    + " change nothing."),
    CODE_REVIEW(
            "Judge the code: what is wrong, what is risky, what is good. Order by weight, name"
                    + " files and lines; change nothing unless the task says so."),
    DOCUMENTATION(
            "Write or mend documentation. It says what holds in the code now; check each claim"
                    + " against the code."),
    TESTING(
            "Write tests that can fail: behaviour, edges and errors. Change other code only where"
                    + " the task says so."),
    DEBUGGING(
            "Find the cause before you change anything, mend the cause and not the symptom, and"
                    + " add a test that fails without the mend."),
    REFACTORING(
            "Change the structure and keep the behaviour. Public names stay unless the task says"
                    + " otherwise; tests stay as they are."),
    CUSTOM("");

    private final String guidance;

    TaskType(String guidance) {
        this.guidance = guidance;
    }

    /// What an agent is told of the kind of its task. Nothing for `custom`; an unknown kind is
    /// passed on by its name.
    static String told(String taskType) {
        return Stream.of(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(taskType))
                .findFirst()
                .map(type -> type == CUSTOM ? "" : line(taskType, type.guidance))
                .orElseGet(() -> line(taskType, ""));
    }

    private static String line(String taskType, String guidance) {
        return ("Kind of task: " + taskType + ". " + guidance).strip();
    }
}
