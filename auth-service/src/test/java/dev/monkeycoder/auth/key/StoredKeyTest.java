package dev.monkeycoder.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredKeyTest {
    private static final Instant MADE = Instant.parse("2026-11-01T10:00:00.250Z");
    private static final Instant END = Instant.parse("2026-11-01T11:00:00Z");
    private static final ApiKey KEY = ApiKey.of(new KeyId("abcdefgh2345"), new byte[32]);
    private static final ApiKey FORGED = ApiKey.of(KEY.id(), forgedSecret());

    @Test
    void keyIsGoodUntilItsEndAndNotAMomentLonger() {
        var key = stored(Optional.of(END), Optional.empty());
        assertThat(key.verdict(KEY, END.minusNanos(1))).isEqualTo(new KeyVerdict.Good(key));
        assertThat(key.verdict(KEY, END)).isEqualTo(new KeyVerdict.Expired(KEY.id()));
    }

    @Test
    void keyWithoutEndStaysGood() {
        var key = stored(Optional.empty(), Optional.empty());
        assertThat(key.verdict(KEY, END.plus(Duration.ofDays(9999))))
                .isEqualTo(new KeyVerdict.Good(key));
    }

    @Test
    void revokedKeyIsRevokedEvenBeforeItsEnd() {
        var key = stored(Optional.of(END), Optional.of(MADE));
        assertThat(key.verdict(KEY, MADE)).isEqualTo(new KeyVerdict.Revoked(KEY.id()));
    }

    @Test
    void whoHasAnotherSecretLearnsNothing() {
        assertThat(stored(Optional.empty(), Optional.empty()).verdict(FORGED, MADE))
                .isEqualTo(new KeyVerdict.Unknown());
        assertThat(stored(Optional.of(END), Optional.empty()).verdict(FORGED, END))
                .isEqualTo(new KeyVerdict.Unknown());
        assertThat(stored(Optional.of(END), Optional.of(MADE)).verdict(FORGED, END))
                .isEqualTo(new KeyVerdict.Unknown());
    }

    @Test
    void callerIsNamedByTheKey() {
        assertThat(stored(Optional.empty(), Optional.empty()).caller())
                .isEqualTo(new CallerId("key:abcdefgh2345"));
    }

    @Test
    void orderedLifeEndsAtTheNextWholeSecond() {
        assertThat(order("ci", Duration.ofHours(1)).expiry(MADE))
                .contains(Instant.parse("2026-11-01T11:00:01Z"));
        assertThat(order("ci", Duration.ofHours(1)).expiry(END))
                .contains(Instant.parse("2026-11-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "tab\there"})
    void keyNeedsAPlainName(String name) {
        assertThatThrownBy(() -> new KeyOrder(name, Scopes.of("*"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name: ");
    }

    @Test
    void nameAndLifeAreBounded() {
        assertThatThrownBy(() -> order("x".repeat(101), Duration.ofHours(1)))
                .hasMessage("name: 101 characters (expected: 1 to 100)");
        assertThatThrownBy(() -> order("ci", Duration.ZERO))
                .hasMessage("expires_in_seconds: 0 (expected: 1 to 315360000)");
        assertThatThrownBy(() -> order("ci", Duration.ofSeconds(Long.MAX_VALUE)))
                .hasMessageStartingWith("expires_in_seconds: ");
    }

    private static KeyOrder order(String name, Duration life) {
        return new KeyOrder(name, Scopes.of("*"), Optional.of(life));
    }

    private static StoredKey stored(Optional<Instant> end, Optional<Instant> revoked) {
        return new StoredKey(
                KEY.id(),
                new TenantId("acme"),
                "ci",
                Scopes.of("runs:*"),
                KEY.digest(),
                new CallerId("user:1"),
                MADE,
                end,
                revoked,
                Optional.empty());
    }

    private static byte[] forgedSecret() {
        var secret = new byte[32];
        secret[31] = 1;
        return secret;
    }
}
