package dev.monkeycoder.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.ToolUse;
import org.junit.jupiter.api.Test;

class ToolWordsTest {
    @Test
    void aPathStandsForItself() {
        assertThat(words("{\"path\":\"a/B.java\"}")).isEqualTo("a/B.java");
    }

    @Test
    void aLongArgumentIsCounted() {
        assertThat(words("{\"path\":\"a\",\"content\":\"" + "x".repeat(100) + "\"}"))
                .isEqualTo("a content=(100 characters)");
    }

    @Test
    void brokenArgumentsAreShownAsTheyAre() {
        assertThat(words("{\"path\":")).isEqualTo("{\"path\":");
    }

    private static String words(String arguments) {
        return ToolWords.of(new ToolUse("1", "write_file", arguments));
    }
}
