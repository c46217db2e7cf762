package dev.monkeycoder.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.kit.event.UnreadableEvent;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void whatIsAroundUsMayPass() {
        assertThat(Failures.mayPass(new CompletionException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Failures.mayPass(new TimeoutException())).isTrue();
        assertThat(Failures.mayPass(new PgException("restarting", "FATAL", "57P01", ""))).isTrue();
        assertThat(Failures.mayPass(new PgException("deadlock", "ERROR", "40P01", ""))).isTrue();
    }

    @Test
    void faultsOfOursDoNot() {
        assertThat(Failures.mayPass(new IllegalStateException("bug"))).isFalse();
        assertThat(Failures.mayPass(new UnreadableEvent("no JSON"))).isFalse();
        assertThat(Failures.mayPass(new PgException("duplicate key", "ERROR", "23505", "")))
                .isFalse();
    }
}
