package dev.monkeycoder.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What another process left: an attempt that nobody booked, a cancel without its command.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakeVendor.class)
class TakeoverQuarkusTest {
    @Inject Transactions transactions;
    private final Mesh mesh = new Mesh();

    @AfterEach
    void close() {
        mesh.close();
    }

    @Test
    void attemptOfADeadProcessIsBookedByWhoTakesOver() {
        leave(mesh.call("ok"), 1);
        assertThat(mesh.completed()).returns(2, ModelCompleted::attempt);
        var booked = mesh.booked(2);
        assertThat(booked.getFirst())
                .returns(1, UsageRecorded::attempt)
                .returns("cut", UsageRecorded::outcome)
                .returns(true, UsageRecorded::estimated)
                .returns("old-model", UsageRecorded::model)
                .returns(100L, lost -> lost.usage().output());
        assertThat(mesh.completed().usage())
                .isEqualTo(
                        booked.stream().map(UsageRecorded::usage).reduce(Usage.NONE, Usage::plus));
        assertThat(mesh.seenInAll().getFirst())
                .isInstanceOfSatisfying(
                        TurnRestarted.class,
                        restarted -> assertThat(restarted.attempt()).isEqualTo(2));
    }

    @Test
    void lastAttemptOfADeadProcessEndsTheCall() {
        leave(mesh.call("ok"), 3);
        assertThat(mesh.failed())
                .returns(Kind.UNAVAILABLE, failed -> failed.failure().kind())
                .satisfies(failed -> assertThat(failed.usage().output()).isEqualTo(100));
        assertThat(mesh.booked(1).getFirst()).returns("cut", UsageRecorded::outcome);
        assertThat(mesh.vendorLog()).isEmpty();
    }

    @Test
    void whoFindsACancelledCallOfADeadProcessBooksIt() {
        var command = mesh.call("ok");
        mesh.cancel(command);
        await().atMost(Mesh.PATIENCE).until(() -> tombstone(command));
        leave(command, 1);
        assertThat(mesh.failed().failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(mesh.booked(1).getFirst())
                .returns("cancelled", UsageRecorded::outcome)
                .returns(true, UsageRecorded::estimated);
    }

    @Test
    void cancelThatComesFirstWins() {
        var command = mesh.call("ok");
        mesh.cancel(command);
        await().atMost(Mesh.PATIENCE).until(() -> tombstone(command));
        mesh.send(command);
        assertThat(mesh.failed())
                .returns(Kind.CANCELLED, failed -> failed.failure().kind())
                .returns(Usage.NONE, failed -> failed.usage());
        assertThat(mesh.vendorLog()).isEmpty();
    }

    private boolean tombstone(ModelRequested command) {
        return transactions
                        .run(tx ->
                                tx.query(
                                        "select key from work where key = ?1 and cancelled",
                                        row -> row.text(0),
                                        command.call().toString()))
                        .await()
                        .atMost(Mesh.PATIENCE)
                        .size()
                == 1;
    }

    /// The tables as a process leaves them that is killed in mid-stream of its attempt.
    private void leave(ModelRequested command, int attempt) {
        var key = command.call().toString();
        transactions
                .run(tx ->
                        tx.execute(
                                        """
                                        insert into attempt (call, attempt, vendor, model, started_at, units)
                                        values (?1, ?2, 'simulator', 'old-model', ?3, 400)
                                        """,
                                        key,
                                        attempt,
                                        Instant.now())
                                .chain(() ->
                                        tx.execute(
                                                """
                                                insert into work (key, state, type, tenant, caller, payload,
                                                  deadline, attempt, lease_owner, lease_until)
                                                values (?1, 'open', ?2, 'acme', 'key:k1', ?3, ?4, ?5, ?6, now())
                                                on conflict (key) do update set state = 'open',
                                                  type = excluded.type, tenant = excluded.tenant,
                                                  caller = excluded.caller, payload = excluded.payload,
                                                  deadline = excluded.deadline, attempt = excluded.attempt
                                                """,
                                                key,
                                                EventType.MODEL_REQUESTED.type(),
                                                EventJson.write(command),
                                                command.deadline(),
                                                attempt,
                                                UUID.randomUUID())))
                .await()
                .atMost(Mesh.PATIENCE);
    }
}
