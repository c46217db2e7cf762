package dev.monkeycoder.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorConfigTest {
    private static SimulatorConfig config(Map<String, String> set) {
        var builder = new SmallRyeConfigBuilder().withMapping(SimulatorConfig.class);
        set.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(SimulatorConfig.class);
    }

    @Test
    void defaults() {
        SimulatorConfig config = config(Map.of());
        assertThat(config.scripts()).isEmpty();
        assertThat(config.speed()).isEqualTo(1.0);
        assertThat(config.requestLog()).isEqualTo(500);
    }

    @Test
    void everySettingCanBeSet() {
        SimulatorConfig config =
                config(
                        Map.of(
                                "monkey.simulator.scripts", "my-scripts",
                                "monkey.simulator.speed", "20",
                                "monkey.simulator.request-log", "7"));
        assertThat(config.scripts()).contains(Path.of("my-scripts"));
        assertThat(config.speed()).isEqualTo(20.0);
        assertThat(config.requestLog()).isEqualTo(7);
    }
}
