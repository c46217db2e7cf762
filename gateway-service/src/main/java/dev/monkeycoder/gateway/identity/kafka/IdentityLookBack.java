package dev.monkeycoder.gateway.identity.kafka;

import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.replay.kafka.LookBack;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Revocations count from before the oldest token that may still be about.
@Singleton
@Identifier("identity")
class IdentityLookBack extends LookBack {
    IdentityLookBack(InstantSource clock, GatewayConfig config) {
        super(clock, config.identity().tokenLife());
    }
}
