package dev.monkeycoder.orchestrator.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.kit.timer.store.Timers;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.RunSettings;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.engine.Engine;
import dev.monkeycoder.orchestrator.engine.Input;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import dev.monkeycoder.orchestrator.run.store.History;
import dev.monkeycoder.testkit.MeshServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two engines on one store, as two replicas are.
@QuarkusTest
@WithTestResource(MeshServers.class)
class RacesQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOOLS = 24;

    @Inject Engine engine;
    @Inject Transactions transactions;
    @Inject History history;
    @Inject Timers timers;
    @Inject Watch watch;
    @Inject InstantSource clock;
    @Inject RunSettings settings;
    @Inject MeterRegistry meters;

    private final RunId run = new RunId(UUID.randomUUID());

    private RunEngine replica() {
        return new RunEngine(engine, transactions, history, timers, watch, clock, settings);
    }

    @Test
    void twoReplicasThatRaceStoreEachEventOnceAndDecideOnce() {
        var one = replica();
        var other = replica();
        begin(one);
        var lostBefore = lost();
        List<Uni<Void>> inputs = new ArrayList<>();
        for (var call : state().calls().open()) {
            var result =
                    new Input.Answered(
                            new CallResult.ToolCompleted(
                                    call.id(), "ok", false, Play.workspace(1), Optional.empty()));
            inputs.add(one.handle(run, result, Optional.of(UUID.randomUUID())));
            inputs.add(other.handle(run, result, Optional.of(UUID.randomUUID())));
        }
        Uni.join().all(inputs).andFailFast().await().atMost(PATIENCE);
        var events = stored().stream().map(Stored::event).toList();
        assertThat(events).filteredOn(RunEvent.ToolAnswered.class::isInstance).hasSize(TOOLS);
        assertThat(events).filteredOn(RunEvent.ModelAsked.class::isInstance).hasSize(2);
        assertThat(lost()).as("races lost").isGreaterThan(lostBefore);
    }

    @Test
    void theSameEventThatReachesTwoReplicasIsHandledOnce() {
        var requested = requested();
        var id = Optional.of(UUID.randomUUID());
        Uni.join()
                .all(
                        replica().handle(run, requested, id),
                        replica().handle(run, requested, id),
                        replica().handle(run, requested, Optional.of(UUID.randomUUID())))
                .andFailFast()
                .await()
                .atMost(PATIENCE);
        assertThat(stored())
                .extracting(stored -> stored.event().getClass().getSimpleName())
                .containsExactly("RunStarted", "ContextAsked");
    }

    @Test
    void aReplicaThatIsBehindNeverDropsAResult() {
        var behind = replica();
        var ahead = replica();
        handle(behind, requested());
        handle(ahead, prepared());
        var call = state().calls().open().getFirst().id();
        handle(behind, new Input.Answered(Play.answer(call, "stop", "Done.")));
        assertThat(state().hasEnded()).isTrue();
    }

    @Test
    void aRunGoesOnInAProcessThatHasNeverSeenIt() {
        begin(replica());
        for (var call : state().calls().open()) {
            handle(
                    replica(),
                    new Input.Answered(
                            new CallResult.ToolCompleted(
                                    call.id(), "ok", false, Play.workspace(1), Optional.empty())));
        }
        var call = state().calls().open().getFirst().id();
        handle(replica(), new Input.Answered(Play.answer(call, "stop", "Done.")));
        assertThat(stored().getLast().event()).isEqualTo(new RunEvent.RunFinished("Done."));
        var timersLeft =
                transactions
                        .run(tx ->
                                tx.query(
                                        "select key from timer where key like ?1",
                                        row -> row.text(0),
                                        "%" + run + "%"))
                        .await()
                        .atMost(PATIENCE);
        assertThat(timersLeft).isEmpty();
    }

    private void begin(RunEngine replica) {
        handle(replica, requested());
        handle(replica, prepared());
        var uses =
                IntStream.range(0, TOOLS)
                        .mapToObj(i -> new ToolUse("use-" + i, "list_files", "{}"))
                        .toArray(ToolUse[]::new);
        var call = state().calls().open().getFirst().id();
        handle(replica, new Input.Answered(Play.answer(call, "tool_calls", "I look.", uses)));
        assertThat(state().calls().open()).hasSize(TOOLS);
    }

    private Input requested() {
        return new Input.RunRequested(
                Specs.of("sequential", "developer"),
                Play.TENANT,
                Play.CALLER,
                Optional.of(Play.TRACEPARENT));
    }

    private Input prepared() {
        return new Input.Answered(
                new CallResult.ContextPrepared(
                        state().calls().open().getFirst().id(), Play.workspace(1), "", List.of()));
    }

    private void handle(RunEngine replica, Input input) {
        replica.handle(run, input, Optional.of(UUID.randomUUID())).await().atMost(PATIENCE);
    }

    private Run state() {
        return (Run) RunState.unknown(run).after(stored());
    }

    private List<Stored> stored() {
        return transactions.run(tx -> history.after(tx, run, 0)).await().atMost(PATIENCE);
    }

    private double lost() {
        return meters.counter("monkey_run_races_lost").count();
    }
}
