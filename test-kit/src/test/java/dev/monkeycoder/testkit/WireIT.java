package dev.monkeycoder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.kit.event.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Origin ORIGIN =
            new Origin(
                    new TenantId("tenant-1"),
                    new CallerId("key:abc"),
                    Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    @Test
    void anEventComesBackAsItWasSentEvenWhenAskedForLater() {
        KeyRevoked event = new KeyRevoked(UUID.randomUUID().toString());
        try (Wire wire = Wire.open()) {
            UUID id = wire.send(event, ORIGIN);
            assertThat(wire.await(KeyRevoked.class, event.stream(), PATIENCE)).isEqualTo(event);
            assertThat(wire.await(Topic.IDENTITY, it -> it.id().equals(id), 1, PATIENCE))
                    .singleElement()
                    .satisfies(received -> assertThat(received.origin()).isEqualTo(ORIGIN));
        }
    }

    @Test
    void whatDoesNotComeFailsWithWhatCameInstead() {
        KeyRevoked event = new KeyRevoked(UUID.randomUUID().toString());
        try (Wire wire = Wire.open()) {
            wire.send(event, ORIGIN);
            wire.await(KeyRevoked.class, event.stream(), PATIENCE);
            assertThatThrownBy(
                            () -> wire.await(Topic.IDENTITY, _ -> false, 1, Duration.ofSeconds(1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(event.stream());
        }
    }
}
