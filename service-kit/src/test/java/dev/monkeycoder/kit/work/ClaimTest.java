package dev.monkeycoder.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.RunCommand.RunCancelRequested;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.UnreadableEvent;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private final Claim claim =
            new Claim(
                    "run/3",
                    "dev.monkeycoder.key.revoked.v1",
                    new Origin(new TenantId("t"), new CallerId("key:a"), Optional.empty()),
                    "{\"key\":\"abc\"}",
                    2,
                    Instant.EPOCH,
                    false);

    @Test
    void givesTheCommandBack() {
        assertThat(claim.command(KeyRevoked.class)).isEqualTo(new KeyRevoked("abc"));
        assertThatThrownBy(() -> claim.command(RunCancelRequested.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aLostLeaseNamesTheAttempt() {
        assertThat(new Fenced(claim)).hasMessage("attempt 2 of run/3 no longer holds its lease");
    }
}
