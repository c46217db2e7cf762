package dev.monkeycoder.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {
    private final ModelSettings settings =
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(ModelSettings.class)
                    .build()
                    .getConfigMapping(ModelSettings.class);

    @Test
    void defaultsAreAsDocumented() {
        assertThat(settings.call())
                .returns(32, ModelSettings.Call::inFlight)
                .returns(3, ModelSettings.Call::attempts)
                .returns(Duration.ofSeconds(6), ModelSettings.Call::lease)
                .returns(Duration.ofMillis(15), ModelSettings.Call::coalesce);
        assertThat(settings.timeouts())
                .returns(Duration.ofSeconds(10), ModelSettings.Timeouts::connect)
                .returns(Duration.ofSeconds(120), ModelSettings.Timeouts::firstToken)
                .returns(Duration.ofSeconds(45), ModelSettings.Timeouts::silence)
                .returns(64, ModelSettings.Timeouts::connections);
        assertThat(settings.retry())
                .returns(Duration.ofMillis(500), ModelSettings.Retry::firstPause)
                .returns(Duration.ofSeconds(10), ModelSettings.Retry::longestPause);
        assertThat(settings.breaker())
                .returns(10, ModelSettings.Breaker::streams)
                .returns(0.5, ModelSettings.Breaker::failures)
                .returns(Duration.ofSeconds(5), ModelSettings.Breaker::pause);
    }
}
