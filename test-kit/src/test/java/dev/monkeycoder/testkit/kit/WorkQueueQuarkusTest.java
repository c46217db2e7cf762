package dev.monkeycoder.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.event.Received;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.store.WorkQueue;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
class WorkQueueQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Origin ORIGIN =
            new Origin(new TenantId("t"), new CallerId("key:a"), Optional.empty());

    @Inject Transactions transactions;
    @Inject WorkQueue queue;
    @Inject ScriptedWorker worker;
    @Inject Seen seen;

    @Test
    void aCommandIsDoneOnceHoweverOftenItCame() {
        var key = key("answer");
        accept(key);
        accept(key);
        awaitAnswers(key, 1);
        accept(key);
        awaitAnswers(key, 2); // the stored answer again, without working again
        assertThat(worker.log(key)).containsExactly("work 1");
    }

    @Test
    void aRetryIsTheNextAttempt() {
        var key = key("retry-once");
        accept(key);
        awaitAnswers(key, 1);
        assertThat(worker.log(key)).containsExactly("work 1", "work 2");
    }

    @Test
    void afterTheLastAttemptAnAnswerIsDue() {
        var key = key("break");
        accept(key);
        awaitAnswers(key, 1);
        assertThat(worker.log(key)).containsExactly("work 1", "work 2", "work 3", "exhausted 4");
    }

    @Test
    void whatADeadProcessHeldIsTakenOverAsTheNextAttempt() {
        var key = key("answer");
        transactions
                .run(tx ->
                        tx.execute(
                                """
                                insert into work (key, state, type, tenant, caller, payload, deadline, attempt, lease_owner, lease_until)
                                values (?1, 'open', 'dev.monkeycoder.key.revoked.v1', 't', 'key:a', ?2, now(), 1, ?3,
                                  now() + interval '1 second')
                                """,
                                key,
                                "{\"key\":\"" + key + "\"}",
                                UUID.randomUUID()))
                .await()
                .atMost(PATIENCE);
        awaitAnswers(key, 1);
        assertThat(worker.log(key)).containsExactly("work 2");
    }

    @Test
    void workInFlightIsStoppedWhenCancelled() {
        var key = key("hang");
        accept(key);
        await().atMost(PATIENCE).until(() -> worker.log(key).contains("work 1"));
        queue.cancel(List.of(key)).await().atMost(PATIENCE);
        awaitAnswers(key, 1);
        assertThat(worker.log(key)).containsExactly("work 1", "stopped", "cancelled 1");
    }

    @Test
    void aCancelThatComesFirstWins() {
        var key = key("answer");
        queue.cancel(List.of(key)).await().atMost(PATIENCE);
        accept(key);
        awaitAnswers(key, 1);
        assertThat(worker.log(key)).containsExactly("cancelled 0");
    }

    @Test
    void whoLostTheLeaseIsStoppedAndCanNotAnswer() {
        var key = key("hang");
        accept(key);
        await().atMost(PATIENCE).until(() -> worker.log(key).contains("work 1"));
        transactions
                .run(tx ->
                        tx.execute(
                                "update work set lease_owner = ?2, state = 'done', answer_type ="
                                        + " 'x', answer = 'x', done_at = now() where key = ?1",
                                key,
                                UUID.randomUUID()))
                .await()
                .atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> worker.log(key).contains("stopped"));
        assertThat(seen.of(key)).isEmpty();
    }

    private static String key(String behaviour) {
        return behaviour + "/" + UUID.randomUUID();
    }

    private void accept(String key) {
        var command = new Received(UUID.randomUUID(), ORIGIN, Instant.EPOCH, new KeyRevoked(key));
        transactions
                .run(tx -> queue.accept(tx, key, Instant.now().plusSeconds(60), command))
                .await()
                .atMost(PATIENCE);
    }

    private void awaitAnswers(String key, int count) {
        await().atMost(PATIENCE).until(() -> seen.of(key).size() == count);
    }
}
