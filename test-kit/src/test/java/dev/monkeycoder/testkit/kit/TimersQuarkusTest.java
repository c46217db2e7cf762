package dev.monkeycoder.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.timer.Timer;
import dev.monkeycoder.kit.timer.store.Timers;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
class TimersQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Timer> FIRED = new CopyOnWriteArrayList<>();
    private static boolean started;

    @Inject Timers timers;
    @Inject Transactions transactions;

    @BeforeEach
    void start() {
        if (!started) {
            started = true;
            timers.start(this::fired);
        }
    }

    @Test
    void aDueTimerFiresOnceAndIsGone() {
        var timer = timer(Instant.now());
        set(timer);
        await().atMost(PATIENCE)
                .until(() -> FIRED.stream().anyMatch(fired -> fired.key().equals(timer.key())));
        var fired = FIRED.stream().filter(each -> each.key().equals(timer.key())).toList();
        assertThat(fired).hasSize(1);
        assertThat(fired.getFirst().payload()).isEqualTo("what to do");
        assertThat(fired.getFirst().origin()).isEqualTo(timer.origin());
    }

    @Test
    void aClearedTimerDoesNotFire() {
        var cleared = timer(Instant.now().plusMillis(300));
        var later = timer(Instant.now().plusMillis(600));
        set(cleared);
        set(later);
        transactions.run(tx -> timers.clear(tx, List.of(cleared.key()))).await().atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> FIRED.stream().anyMatch(fired -> fired.key().equals(later.key())));
        assertThat(FIRED).noneMatch(fired -> fired.key().equals(cleared.key()));
    }

    @Test
    void settingItAgainMovesIt() {
        var timer = timer(Instant.now().plusSeconds(3600));
        set(timer);
        set(new Timer(timer.key(), Instant.now(), timer.origin(), "moved"));
        await().atMost(PATIENCE)
                .until(() ->
                        FIRED.stream()
                                .anyMatch(fired ->
                                        fired.key().equals(timer.key())
                                                && fired.payload().equals("moved")));
    }

    private Uni<Void> fired(Timer timer) {
        FIRED.add(timer);
        return transactions.run(tx -> timers.clear(tx, List.of(timer.key())));
    }

    private void set(Timer timer) {
        transactions.run(tx -> timers.set(tx, List.of(timer))).await().atMost(PATIENCE);
    }

    private static Timer timer(Instant due) {
        var origin = new Origin(new TenantId("t"), new CallerId("key:a"), Optional.empty());
        return new Timer("timer/" + UUID.randomUUID(), due, origin, "what to do");
    }
}
