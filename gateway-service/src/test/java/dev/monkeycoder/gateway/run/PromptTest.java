package dev.monkeycoder.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
    @ParameterizedTest
    @CsvSource({
        "/dev, DEVELOPER",
        "/arch, ARCHITECT",
        "/review, REVIEWER",
        "/security, SECURITY_ANALYST",
        "/perf, PERFORMANCE_EXPERT",
        "/test, TESTER",
        "/docs, TECHNICAL_WRITER"
    })
    void aCommandAtTheStartChoosesThePersona(String command, Persona persona) {
        assertThat(Prompt.parse(command + "\n mend it "))
                .isEqualTo(new Prompt("mend it", Optional.of(persona)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/src/x is broken",
                "/dev/null is full",
                "/deva do it",
                "/Dev do it",
                " /dev do it",
                "do /dev it",
                "/dev",
                "/",
                "/ do it",
                "CUSTOM do it"
            })
    void allElseIsTheTask(String prompt) {
        assertThat(Prompt.parse(prompt)).isEqualTo(new Prompt(prompt, Optional.empty()));
    }

    @Test
    void aCommandAloneLeavesNothing() {
        assertThat(Prompt.parse("/dev  "))
                .isEqualTo(new Prompt("", Optional.of(Persona.DEVELOPER)));
    }
}
