package dev.monkeycoder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    private final GatewayConfig config =
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withMapping(GatewayConfig.class)
                    .build()
                    .getConfigMapping(GatewayConfig.class);

    @Test
    void partsAreOnThisMachine() {
        assertThat(config.authUrl()).isEqualTo(URI.create("http://127.0.0.1:8084"));
        assertThat(config.orchestratorUrl()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(config.contextUrl()).isEqualTo(URI.create("http://127.0.0.1:8083"));
        assertThat(config.upstream().connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.upstream().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.upstream().silence()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.upstream().connections()).isEqualTo(128);
    }

    @Test
    void credentialsAreRememberedForATokensLife() {
        assertThat(config.identity().entries()).isEqualTo(10_000);
        assertThat(config.identity().early()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.identity().refusal()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.identity().tokenLife()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void requestsHaveLimits() {
        assertThat(config.run().maxBody()).isEqualTo(512 * 1024);
        assertThat(config.workspace().maxBody()).isEqualTo(64 * 1024 * 1024);
        assertThat(config.run().usual())
                .returns(60, GatewayConfig.Limits::steps)
                .returns(2_000_000L, GatewayConfig.Limits::tokens)
                .returns(5_000_000L, GatewayConfig.Limits::costMicros)
                .returns(1800, GatewayConfig.Limits::seconds);
        assertThat(config.run().most())
                .returns(1000, GatewayConfig.Most::steps)
                .returns(100_000_000L, GatewayConfig.Most::tokens)
                .returns(1_000_000_000L, GatewayConfig.Most::costMicros)
                .returns(86_400, GatewayConfig.Most::seconds);
    }

    @Test
    void streamsHaveBounds() {
        assertThat(config.stream())
                .returns(Duration.ofSeconds(10), GatewayConfig.Stream::heartbeat)
                .returns(Duration.ofSeconds(30), GatewayConfig.Stream::recheck)
                .returns(Duration.ofMinutes(2), GatewayConfig.Stream::stall)
                .returns(Duration.ofMinutes(15), GatewayConfig.Stream::lookBack)
                .returns(5000, GatewayConfig.Stream::mostStreams)
                .returns(10_000, GatewayConfig.Stream::runs)
                .returns(32_000_000L, GatewayConfig.Stream::text)
                .returns(262_144, GatewayConfig.Stream::textOfOne);
    }
}
