package dev.monkeycoder.simulator.model;

import static dev.monkeycoder.simulator.model.Said.Speaker.ASSISTANT;
import static dev.monkeycoder.simulator.model.Said.Speaker.SYSTEM;
import static dev.monkeycoder.simulator.model.Said.Speaker.TOOL;
import static dev.monkeycoder.simulator.model.Said.Speaker.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PromptTest {
    private static final Said AGENT = new Said(SYSTEM, "You are the agent \"planner\".\nYou plan.");

    private static Prompt prompt(Said... said) {
        return new Prompt(
                "m",
                List.of(said),
                List.of(new Tool("read_file", "{}")),
                OptionalInt.empty(),
                0,
                "");
    }

    @Test
    void theStepIsTheNumberOfAnswersSinceTheLastUserMessage() {
        assertThat(prompt(AGENT, new Said(USER, "task")).step()).isZero();
        assertThat(
                        prompt(
                                        new Said(ASSISTANT, "before"),
                                        new Said(USER, "task"),
                                        new Said(ASSISTANT, "reads"),
                                        new Said(TOOL, "file"),
                                        new Said(TOOL, "file"),
                                        new Said(ASSISTANT, "writes"),
                                        new Said(TOOL, "ok"))
                                .step())
                .isEqualTo(2);
        assertThat(prompt(AGENT).step()).isZero();
    }

    @Test
    void theAgentIsInTheFirstLineOfTheSystemMessage() {
        assertThat(prompt(AGENT, new Said(USER, "task")).agent()).contains("planner");
        assertThat(prompt(new Said(USER, "You are the agent \"x\".")).agent()).isEmpty();
        assertThat(prompt(new Said(SYSTEM, "Hi.\nYou are the agent \"x\".")).agent()).isEmpty();
    }

    @Test
    void theVisitIsALineOfTheLastUserMessage() {
        String turn = "task\n\nThis is your turn number 2 in this run.\nHanded over by reviewer.";
        assertThat(prompt(AGENT, new Said(USER, turn)).visit()).hasValue(2);
        assertThat(prompt(AGENT, new Said(USER, turn), new Said(USER, "and?")).visit()).isEmpty();
        assertThat(prompt(new Said(USER, "so This is your turn number 2 in this run.")).visit())
                .isEmpty();
    }

    @Test
    void onlyOfferedToolsAreOffered() {
        assertThat(prompt().offers("read_file")).isTrue();
        assertThat(prompt().offers("write_file")).isFalse();
        assertThat(prompt().lastUserText()).isEmpty();
    }
}
