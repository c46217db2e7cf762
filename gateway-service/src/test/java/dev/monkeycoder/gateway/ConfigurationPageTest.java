package dev.monkeycoder.gateway;

import dev.monkeycoder.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
    @Test
    void documentsEverySetting() {
        ConfigurationPage.documents(GatewayConfig.class);
    }
}
