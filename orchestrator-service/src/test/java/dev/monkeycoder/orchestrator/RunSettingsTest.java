package dev.monkeycoder.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void defaultsAreThese() {
        var settings =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(RunSettings.class)
                        .build()
                        .getConfigMapping(RunSettings.class);
        assertThat(settings.patience().context()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.patience().model()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.patience().tool()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.patience().cancel()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.patience().decision()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.cache().runs()).isEqualTo(500);
        assertThat(settings.races().retries()).isEqualTo(20);
    }
}
