package dev.monkeycoder.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.gateway.identity.Credential.Fingerprint;
import dev.monkeycoder.gateway.identity.Exchanges.Known;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExchangesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final CallerId CALLER = new CallerId("key:1");
    private static final Fingerprint KEY = new Fingerprint("aa");

    private final Exchanges exchanges =
            new Exchanges(
                    new Exchanges.Limits(
                            2,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(5)));

    @Test
    void remembersATokenUntilShortlyBeforeItsEndThenUntilItsEnd() {
        var token = token(CALLER);
        assertThat(exchanges.granted(KEY, token, NOW)).isTrue();
        assertThat(exchanges.find(KEY, NOW.plusSeconds(269))).isEqualTo(new Known.Good(token));
        assertThat(exchanges.find(KEY, NOW.plusSeconds(270))).isEqualTo(new Known.Ageing(token));
        assertThat(exchanges.find(KEY, NOW.plusSeconds(300))).isEqualTo(new Known.Unknown());
    }

    @Test
    void remembersARefusalForAMoment() {
        exchanges.refused(KEY, NOW);
        assertThat(exchanges.find(KEY, NOW.plusMillis(999))).isEqualTo(new Known.Refused());
        assertThat(exchanges.find(KEY, NOW.plusMillis(1000))).isEqualTo(new Known.Unknown());
    }

    @Test
    void aRevocationDropsAllOfACallerAtOnceAndNobodyElse() {
        var other = token(new CallerId("key:2"));
        exchanges.granted(KEY, token(CALLER), NOW);
        exchanges.granted(new Fingerprint("bb"), other, NOW);
        exchanges.revoke(CALLER, NOW);
        assertThat(exchanges.find(KEY, NOW)).isEqualTo(new Known.Unknown());
        assertThat(exchanges.find(new Fingerprint("bb"), NOW)).isEqualTo(new Known.Good(other));
    }

    @Test
    void anExchangeUnderWayDoesNotUndoARevocation() {
        exchanges.revoke(CALLER, NOW);
        assertThat(exchanges.granted(KEY, token(CALLER), NOW.plusSeconds(1))).isFalse();
        assertThat(exchanges.find(KEY, NOW.plusSeconds(1))).isEqualTo(new Known.Refused());
    }

    @Test
    void theOneUsedLongestAgoGoesFirst() {
        exchanges.granted(KEY, token(CALLER), NOW);
        exchanges.granted(new Fingerprint("bb"), token(CALLER), NOW);
        exchanges.find(KEY, NOW);
        exchanges.granted(new Fingerprint("cc"), token(CALLER), NOW);
        assertThat(exchanges.size()).isEqualTo(2);
        assertThat(exchanges.find(KEY, NOW)).isInstanceOf(Known.Good.class);
        assertThat(exchanges.find(new Fingerprint("bb"), NOW)).isEqualTo(new Known.Unknown());
    }

    @Test
    void knowsWhetherAnybodyCanStillGetIn() {
        assertThat(exchanges.anyGood(NOW)).isFalse();
        exchanges.refused(new Fingerprint("bb"), NOW);
        assertThat(exchanges.anyGood(NOW)).isFalse();
        exchanges.granted(KEY, token(CALLER), NOW);
        assertThat(exchanges.anyGood(NOW)).isTrue();
        assertThat(exchanges.anyGood(NOW.plusSeconds(300))).isFalse();
    }

    private static MonkeyToken token(CallerId caller) {
        return new MonkeyToken("jwt", caller, NOW.plus(Duration.ofMinutes(5)));
    }
}
