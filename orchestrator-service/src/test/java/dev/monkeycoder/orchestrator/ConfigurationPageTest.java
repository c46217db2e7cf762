package dev.monkeycoder.orchestrator;

import dev.monkeycoder.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    @Test
    void documentsEverySetting() {
        ConfigurationPage.documents(RunSettings.class);
    }
}
