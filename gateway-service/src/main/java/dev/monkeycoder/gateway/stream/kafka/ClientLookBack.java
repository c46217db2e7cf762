package dev.monkeycoder.gateway.stream.kafka;

import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.replay.kafka.LookBack;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// A model call that began that long ago still has its text after a restart.
@Singleton
@Identifier("client")
class ClientLookBack extends LookBack {
    ClientLookBack(InstantSource clock, GatewayConfig config) {
        super(clock, config.stream().lookBack());
    }
}
