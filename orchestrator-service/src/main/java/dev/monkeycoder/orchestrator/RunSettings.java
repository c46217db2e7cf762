package dev.monkeycoder.orchestrator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings of orchestrator-service.
@ConfigMapping(prefix = "monkey.runs")
public interface RunSettings {
    Patience patience();

    Cache cache();

    Races races();

    /// How long the engine waits before it asks again (once), gives up or looks again.
    interface Patience {
        /// For context-service to prepare workspace and history.
        @WithDefault("30s")
        Duration context();

        /// For a model's answer, all attempts of provider-service together.
        @WithDefault("5m")
        Duration model();

        /// For a tool's answer.
        @WithDefault("60s")
        Duration tool();

        /// For calls in flight to stop, once their run is cancelled.
        @WithDefault("15s")
        Duration cancel();

        /// Until it is looked again whether a replica knows a run's pattern.
        @WithDefault("5s")
        Duration decision();
    }

    interface Cache {
        /// Most runs that one process keeps folded in memory.
        @WithDefault("500")
        int runs();
    }

    interface Races {
        /// Most times in a row that a step is decided anew because another replica was faster;
        /// after that it waits a little longer.
        @WithDefault("20")
        int retries();
    }
}
