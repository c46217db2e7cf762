package dev.monkeycoder.kit.work;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkSettingsTest {
    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> new WorkSettings(0, 3, Duration.ofSeconds(10)))
                .hasMessage("in flight: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new WorkSettings(1, 0, Duration.ofSeconds(10)))
                .hasMessage("attempts: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new WorkSettings(1, 1, Duration.ofMillis(10)))
                .hasMessageStartingWith("lease: ");
    }
}
