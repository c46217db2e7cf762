package dev.monkeycoder.context;

import static dev.monkeycoder.context.Scene.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.monkeycoder.context.call.store.CallWorker;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.CallResult.ToolCompleted;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.EventType;
import dev.monkeycoder.events.Fact.CallsCancelled;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.work.Claim;
import dev.monkeycoder.kit.work.Fenced;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens to a command that comes often, late, or to a process that is gone.
@QuarkusTest
@WithTestResource(MeshServers.class)
class DeliveryQuarkusTest {
    @Inject Transactions transactions;
    @Inject CallWorker worker;

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    private WorkspaceVersion uploaded() {
        return new WorkspaceVersion(scene.upload(Map.of("a.txt", "a\n")), 1);
    }

    private int version(WorkspaceVersion workspace) {
        return scene.reader()
                .get("/internal/workspaces/" + workspace.workspace())
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    @Test
    void aWriteThatComesFiveTimesIsDoneOnce() {
        var base = uploaded();
        var write = scene.write(base, "a.txt", "b\n");
        IntStream.range(0, 5).forEach(_ -> scene.send(write));
        var first = scene.answer(write.call(), ToolCompleted.class);
        scene.send(write);
        // of one run, so it is handled after all of them
        scene.use(scene.tool(base, "list_files", "{}"));

        assertThat(version(base)).isEqualTo(2);
        assertThat(scene.answers(write.call(), 2)).allMatch(first::equals);
    }

    @Test
    void writersOfOneWorkspaceComeOneAfterTheOther() {
        var base = uploaded();
        var writes =
                IntStream.range(0, 20)
                        .mapToObj(i -> scene.write(base, "dir/" + i + ".txt", "x".repeat(i + 1)))
                        .toList();
        writes.forEach(scene::send);

        var versions =
                writes.stream()
                        .map(write -> scene.answer(write.call(), ToolCompleted.class))
                        .map(done -> done.workspace().version())
                        .toList();

        assertThat(versions)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 21).boxed().toList());
        assertThat(version(base)).isEqualTo(21);
        scene.reader()
                .get("/internal/workspaces/" + base.workspace())
                .then()
                .body("files", is(21))
                .body("bytes", is(2 + 210));
    }

    @Test
    void whatADeadProcessHeldIsTakenOver() {
        var base = uploaded();
        var write = scene.write(base, "a.txt", "b\n");
        leave(write, UUID.randomUUID());

        assertThat(scene.answer(write.call(), ToolCompleted.class).workspace().version())
                .isEqualTo(2);
        assertThat(version(base)).isEqualTo(2);
        assertThat(attempts(write.call())).isEqualTo(2);
    }

    @Test
    void whoLostItsLeaseHasNoEffect() {
        var base = uploaded();
        var write = scene.write(base, "a.txt", "b\n");
        scene.send(write);
        scene.answer(write.call(), ToolCompleted.class);
        var again = scene.write(new WorkspaceVersion(base.workspace(), 2), "a.txt", "c\n");
        var stale =
                new Claim(
                        write.call().toString(),
                        EventType.of(again).type(),
                        scene.origin,
                        EventJson.write(again),
                        1,
                        again.deadline(),
                        false);

        assertThatThrownBy(() -> worker.work(stale).await().atMost(PATIENCE))
                .isInstanceOf(Fenced.class);
        assertThat(version(base)).isEqualTo(2);
    }

    @Test
    void aCommandAfterItsDeadlineHasNoEffect() {
        var base = uploaded();
        var write = scene.write(base, "a.txt", "b\n");
        var late =
                new ToolRequested(
                        write.call(),
                        write.turn(),
                        write.agent(),
                        write.use(),
                        base,
                        Instant.EPOCH);
        scene.send(late);

        assertThat(scene.answer(late.call(), CallFailed.class).failure().kind())
                .isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(version(base)).isEqualTo(1);
    }

    @Test
    void aCancelThatComesBeforeItsCommandWins() {
        var base = uploaded();
        var write = scene.write(base, "a.txt", "b\n");
        // a replica reads cancels from the moment it is there; that may be a little after its start
        await().atMost(PATIENCE)
                .until(() -> {
                    scene.send(new CallsCancelled(scene.run, List.of(write.call())));
                    return !states(write.call()).isEmpty();
                });
        scene.send(write);

        assertThat(scene.answer(write.call(), CallFailed.class).failure().kind())
                .isEqualTo(Kind.CANCELLED);
        assertThat(version(base)).isEqualTo(1);
    }

    /// Leaves a command as a process does that was killed while it worked on it.
    private void leave(ToolRequested command, UUID owner) {
        transactions
                .run(tx ->
                        tx.execute(
                                """
                                insert into work (key, state, type, tenant, caller, payload,
                                  deadline, attempt, lease_owner, lease_until)
                                values (?1, 'open', ?2, ?3, 'key:test', ?4, ?5, 1, ?6,
                                  now() + interval '1 second')
                                """,
                                command.call().toString(),
                                EventType.of(command).type(),
                                scene.tenant.value(),
                                EventJson.write(command),
                                command.deadline(),
                                owner))
                .await()
                .atMost(PATIENCE);
    }

    private int attempts(CallId call) {
        return transactions
                .run(tx ->
                        tx.query(
                                "select attempt from work where key = ?1",
                                row -> row.integer(0),
                                call.toString()))
                .await()
                .atMost(PATIENCE)
                .getFirst();
    }

    private List<String> states(CallId call) {
        return transactions
                .run(tx ->
                        tx.query(
                                "select state from work where key = ?1",
                                row -> row.text(0),
                                call.toString()))
                .await()
                .atMost(PATIENCE);
    }
}
