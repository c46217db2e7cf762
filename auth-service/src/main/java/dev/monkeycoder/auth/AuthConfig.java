package dev.monkeycoder.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What auth-service can be told by its environment; `monkey.token.private-key` is
/// `MONKEY_TOKEN_PRIVATE_KEY` there, and so on.
@ConfigMapping(prefix = "monkey")
public interface AuthConfig {
    Token token();

    Bootstrap bootstrap();

    Key key();

    People people();

    interface Token {
        /// The P-256 key that signs monkey tokens: base64 of PKCS#8 DER.
        String privateKey();

        /// The other half, which every service verifies with: base64 of X.509 SPKI DER.
        String publicKey();

        /// How long a monkey token is good at most.
        @WithDefault("PT5M")
        Duration life();
    }

    interface Bootstrap {
        /// A key that exists, with every scope, once the service has started.
        Optional<String> key();

        /// The tenant of that key.
        @WithDefault("default")
        String tenant();
    }

    interface Key {
        /// How often the time of the last use of keys is written.
        @WithName("last-use-interval")
        @WithDefault("PT1M")
        Duration lastUseInterval();
    }

    interface People {
        /// Clients of the realm whose logins are taken.
        @WithDefault("monkey-cli,monkey-web")
        Set<String> clients();

        /// How long Keycloak may take to tell about a login before the answer is 503.
        @WithDefault("PT5S")
        Duration timeout();
    }
}
