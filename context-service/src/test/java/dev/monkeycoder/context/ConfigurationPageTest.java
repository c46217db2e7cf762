package dev.monkeycoder.context;

import dev.monkeycoder.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    @Test
    void documentsEverySetting() {
        ConfigurationPage.documents(ContextConfig.class);
    }
}
