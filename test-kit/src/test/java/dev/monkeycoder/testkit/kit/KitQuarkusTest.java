package dev.monkeycoder.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.kafka.EventPublisher;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
class KitQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Origin ORIGIN =
            new Origin(
                    new TenantId("tenant-1"),
                    new CallerId("key:abc"),
                    Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    @Inject Transactions transactions;
    @Inject EventPublisher publisher;
    @Inject Seen seen;

    @Test
    void whatATransactionSendsArrivesWithItsOrigin() {
        var event = event();
        run(tx -> send(tx, event));
        await().atMost(PATIENCE).until(() -> !seen.of(event.stream()).isEmpty());
        var received = seen.of(event.stream()).getFirst();
        assertThat(received.origin()).isEqualTo(ORIGIN);
        assertThat(received.event()).isEqualTo(event);
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        var lost = event();
        var after = event();
        assertThatThrownBy(() ->
                        run(tx -> {
                            tx.send(lost, ORIGIN);
                            return tx.execute("insert into nowhere values (1)").replaceWithVoid();
                        }))
                .hasMessageContaining("nowhere");
        run(tx -> send(tx, after));
        await().atMost(PATIENCE).until(() -> !seen.of(after.stream()).isEmpty());
        assertThat(seen.of(lost.stream())).isEmpty();
        assertThat(rowsOf(lost)).isZero();
    }

    @Test
    void eventsOfAStreamKeepTheirOrderAndLeaveTheOutbox() {
        var event = event();
        run(tx ->
                tx.execute(
                                "create table if not exists counted (stream text primary key, n int"
                                        + " not null)")
                        .replaceWithVoid());
        run(tx ->
                tx.execute("insert into counted values (?1, 0)", event.stream()).replaceWithVoid());
        var sends =
                IntStream.range(0, 60)
                        .mapToObj(_ ->
                                transactions.run(tx ->
                                        tx.query(
                                                        "update counted set n = n + 1 where stream"
                                                                + " = ?1 returning n",
                                                        row -> row.integer(0),
                                                        event.stream())
                                                .invoke(n ->
                                                        tx.send(
                                                                event,
                                                                new Origin(
                                                                        ORIGIN.tenant(),
                                                                        new CallerId(
                                                                                "n:"
                                                                                        + n
                                                                                                .getFirst()),
                                                                        Optional.empty())))
                                                .replaceWithVoid()))
                        .toList();
        Uni.join().all(sends).andFailFast().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> seen.of(event.stream()).size() >= 60);
        assertThat(
                        seen.of(event.stream()).stream()
                                .map(received -> received.origin().caller().value()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 60).mapToObj(n -> "n:" + n).toList());
        await().atMost(PATIENCE).until(() -> rowsOf(event) == 0);
    }

    @Test
    void whatACrashLeftInTheOutboxIsSwept() {
        var event = event();
        run(tx ->
                tx.execute(
                                """
                                insert into outbox (id, type, topic, source, stream, time, tenant, caller, payload, lease_until)
                                values (?1, 'dev.monkeycoder.key.revoked.v1', 'monkey.identity', 'kittest', ?2, now(), 't', 'key:a',
                                  ?3, now() - interval '1 second')
                                """,
                                UUID.randomUUID(),
                                event.stream(),
                                "{\"key\":\"" + event.key() + "\"}")
                        .replaceWithVoid());
        await().atMost(PATIENCE).until(() -> !seen.of(event.stream()).isEmpty());
        await().atMost(PATIENCE).until(() -> rowsOf(event) == 0);
    }

    @Test
    void anEventIsFirstOnce() {
        var id = UUID.randomUUID();
        assertThat(transactions.run(tx -> tx.first(id)).await().atMost(PATIENCE)).isTrue();
        assertThat(transactions.run(tx -> tx.first(id)).await().atMost(PATIENCE)).isFalse();
    }

    @Test
    void aHandlerThatFailsIsTriedAgain() {
        var event = event();
        seen.failNext(event, 2);
        publisher.send(event, ORIGIN).await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> seen.of(event.stream()).size() == 1);
    }

    @Test
    void aMessageThatNobodyCanHandleIsParkedAndTheNextOneGoesOn() {
        var poisoned = event();
        seen.failNext(poisoned, 1000);
        publisher.send(poisoned, ORIGIN).await().atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() ->
                        seen.parked().stream().anyMatch(text -> text.contains(poisoned.key())));
        var next = event();
        publisher.send(next, ORIGIN).await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> !seen.of(next.stream()).isEmpty());
        assertThat(seen.of(poisoned.stream())).isEmpty();
    }

    private static KeyRevoked event() {
        return new KeyRevoked(UUID.randomUUID().toString());
    }

    private static Uni<Void> send(dev.monkeycoder.kit.store.Tx tx, KeyRevoked event) {
        tx.send(event, ORIGIN);
        return Uni.createFrom().voidItem();
    }

    private void run(java.util.function.Function<dev.monkeycoder.kit.store.Tx, Uni<Void>> work) {
        transactions.run(work).await().atMost(PATIENCE);
    }

    private long rowsOf(KeyRevoked event) {
        return transactions
                .run(tx ->
                        tx.query(
                                "select count(*) from outbox where stream = ?1",
                                row -> row.number(0),
                                event.stream()))
                .map(List::getFirst)
                .await()
                .atMost(PATIENCE);
    }
}
