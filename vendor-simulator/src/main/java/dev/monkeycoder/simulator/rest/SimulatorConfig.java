package dev.monkeycoder.simulator.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// What can be set from outside, each also as an environment variable (`MONKEY_SIMULATOR_SCRIPTS`
/// and so on).
@ConfigMapping(prefix = "monkey.simulator")
public interface SimulatorConfig {
    /// A folder with scripts beside the built-in ones.
    Optional<Path> scripts();

    /// How many times as fast as a script says its models speak; above 0.
    @WithDefault("1.0")
    double speed();

    /// How many requests the log keeps, with their bodies.
    @WithDefault("500")
    int requestLog();
}
