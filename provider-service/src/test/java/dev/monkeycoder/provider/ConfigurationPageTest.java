package dev.monkeycoder.provider;

import dev.monkeycoder.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    @Test
    void documentsEverySetting() {
        ConfigurationPage.documents(ModelSettings.class);
    }
}
