package dev.monkeycoder.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthConfigTest {
    @Test
    void defaultsAreThese() {
        var config = config(Map.of());
        assertThat(config.token().life()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.bootstrap().key()).isEmpty();
        assertThat(config.bootstrap().tenant()).isEqualTo("default");
        assertThat(config.key().lastUseInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.people().clients()).containsExactlyInAnyOrder("monkey-cli", "monkey-web");
        assertThat(config.people().timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void valuesAreRead() {
        var config =
                config(
                        Map.of(
                                "monkey.bootstrap.tenant", "acme",
                                "monkey.key.last-use-interval", "PT10S",
                                "monkey.people.clients", "one"));
        assertThat(config.bootstrap().tenant()).isEqualTo("acme");
        assertThat(config.key().lastUseInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.people().clients()).containsExactly("one");
    }

    private static AuthConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withDefaultValue("monkey.token.private-key", "private")
                .withDefaultValue("monkey.token.public-key", "public")
                .withDefaultValues(values)
                .build()
                .getConfigMapping(AuthConfig.class);
    }
}
