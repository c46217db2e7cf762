package dev.monkeycoder.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ContextCommand;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Stored;
import dev.monkeycoder.orchestrator.view.ClientEvents;
import dev.monkeycoder.orchestrator.view.RunView;
import dev.monkeycoder.orchestrator.view.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every history, tried over thousands of generated ones. A failure names the seed.
class LawsTest {
    private static final int HISTORIES = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void everyHistoryEnds(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    assertThat(world.run().hasEnded()).as("%s", world).isTrue();
                    assertThat(world.timers()).as("%s: timers left", world).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void theSameHistoryAlwaysYieldsTheSameStateAndTheSameStep(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    RunState state = RunState.unknown(Play.RUN);
                    for (var reaction : world.reactions()) {
                        var step = world.engine().react(state, reaction.input(), reaction.at());
                        assertThat(step).as("%s", world).isEqualTo(reaction.step());
                        state = RunState.unknown(Play.RUN).after(state(world, step));
                        assertThat(state).as("%s", world).isEqualTo(step.after());
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void everyEventSurvivesItsStorage(String pattern) {
        histories(pattern)
                .limit(50)
                .flatMap(world -> world.history().stream())
                .map(Stored::event)
                .forEach(event ->
                        assertThat(EventJson.read(EventJson.write(event), RunEvent.class))
                                .isEqualTo(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void whatComesTwiceChangesNothing(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    var end = world.state();
                    for (var reaction : world.reactions()) {
                        if (reaction.input() instanceof Input.Answered) {
                            var after = reaction.step().after();
                            var again =
                                    world.engine().react(after, reaction.input(), reaction.at());
                            assertThat(again.events()).as("%s: at once", world).isEmpty();
                            assertThat(again.sends()).as("%s: at once", world).isEmpty();
                        }
                        if (!(reaction.input() instanceof Input.Answered)) {
                            var last = world.engine().react(end, reaction.input(), world.now());
                            assertThat(last.events()).as("%s: at the end", world).isEmpty();
                            assertThat(last.set()).as("%s: at the end", world).isEmpty();
                        }
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void resultsOfParallelToolsMayComeInAnyOrder(String pattern) {
        var compared = histories(pattern).flatMap(world -> world.parallel().stream()).toList();
        assertThat(compared).hasSizeGreaterThan(300);
        for (var fork : compared) {
            var shuffled = new ArrayList<>(fork.results());
            Collections.shuffle(shuffled, new Random(7));
            var one = played(fork, fork.results());
            var other = played(fork, shuffled);
            assertThat(other.work()).isEqualTo(one.work());
            assertThat(other.calls()).isEqualTo(one.calls());
            assertThat(commands(fork, shuffled)).isEqualTo(commands(fork, fork.results()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void noCommandGoesOutWithoutATimerAndNoCallIsOpenWithoutOne(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    for (var reaction : world.reactions()) {
                        reaction.step().sends().stream()
                                .flatMap(send -> World.call(send.event()).stream())
                                .forEach(call ->
                                        assertThat(reaction.step().set())
                                                .as("%s", world)
                                                .containsKey(new Due.OfCall(call)));
                        if (reaction.step().after() instanceof Run run) {
                            run.calls()
                                    .open()
                                    .forEach(call ->
                                            assertThat(reaction.timers())
                                                    .as("%s", world)
                                                    .containsEntry(
                                                            new Due.OfCall(call.id()),
                                                            call.deadline()));
                        }
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void nothingFollowsTheEndButResultsThatCameLate(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    var events = world.history().stream().map(Stored::event).toList();
                    var end =
                            IntStream.range(0, events.size())
                                    .filter(i -> events.get(i) instanceof RunEvent.Closing)
                                    .toArray();
                    assertThat(end).as("%s", world).hasSize(1);
                    assertThat(events.subList(end[0] + 1, events.size()))
                            .as("%s", world)
                            .allMatch(RunEvent.ResultCameLate.class::isInstance);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void everyCallHasItsOwnNumberAndAtMostOneResult(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    var events = world.history().stream().map(Stored::event).toList();
                    var asked = events.stream().flatMap(LawsTest::number).toList();
                    assertThat(asked)
                            .as("%s", world)
                            .isEqualTo(IntStream.rangeClosed(1, asked.size()).boxed().toList());
                    var answered =
                            events.stream()
                                    .filter(RunEvent.Result.class::isInstance)
                                    .map(event -> ((RunEvent.Result) event).call())
                                    .toList();
                    assertThat(answered).as("%s", world).doesNotHaveDuplicates();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void limitsHoldAndWhatIsLeftIsNeverNegative(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    var limits = world.run().start().spec().limits();
                    assertThat(world.run().work().spent().steps())
                            .as("%s", world)
                            .isLessThanOrEqualTo(limits.steps());
                    for (var reaction : world.reactions()) {
                        if (reaction.step().after() instanceof Run run) {
                            var left = run.remaining();
                            assertThat(left.steps()).isNotNegative();
                            assertThat(left.tokens()).isNotNegative();
                            assertThat(left.seconds()).isNotNegative();
                            assertThat(left.cost().micros()).isNotNegative();
                        }
                        reaction.step().sends().stream()
                                .map(Step.Sending::event)
                                .filter(ModelRequested.class::isInstance)
                                .map(ModelRequested.class::cast)
                                .forEach(command ->
                                        assertThat((long) command.maxTokens())
                                                .isLessThanOrEqualTo(limits.tokens()));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void clientsSeeRisingVersionsThatBeginWithTheStartAndEndOnce(String pattern) {
        histories(pattern)
                .forEach(world -> {
                    var changes = Change.of(RunState.unknown(Play.RUN), world.history());
                    var seen = ClientEvents.of(changes);
                    assertThat(seen.getFirst()).isInstanceOf(ClientEvent.RunStarted.class);
                    assertThat(seen.getLast()).isInstanceOf(ClientEvent.Ended.class);
                    assertThat(seen).filteredOn(ClientEvent.Ended.class::isInstance).hasSize(1);
                    var versions = seen.stream().map(ClientEvent.Durable::version).toList();
                    assertThat(versions).isSorted().doesNotHaveDuplicates();
                    var sent =
                            world.reactions().stream()
                                    .flatMap(reaction -> reaction.step().sends().stream())
                                    .map(Step.Sending::event)
                                    .filter(ClientEvent.class::isInstance)
                                    .toList();
                    assertThat(sent).as("%s: read as sent", world).isEqualTo(List.copyOf(seen));
                    assertThat(Timeline.of(changes).entries()).hasSizeGreaterThanOrEqualTo(2);
                    assertThat(RunView.of(world.run()).version()).isEqualTo(world.history().size());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "handoff"})
    void theGeneratorReachesEveryKindOfEventAndEnd(String pattern) {
        var kinds =
                histories(pattern)
                        .flatMap(world -> world.history().stream())
                        .map(stored -> stored.event().getClass().getSimpleName())
                        .distinct()
                        .toList();
        assertThat(kinds)
                .contains("RunFinished", "RunFailed", "RunCancelled", "CancelAsked")
                .contains("CallRepeated", "CallFailed", "ResultCameLate", "ToolRefused")
                .contains("ToolAnswered", "TurnEnded");
        assertThat(kinds.contains("HandedOver")).isEqualTo(pattern.equals("handoff"));
    }

    private static Stream<World> histories(String pattern) {
        return IntStream.range(0, HISTORIES).mapToObj(seed -> World.played(pattern, seed));
    }

    private static List<Stored> state(World world, Step step) {
        return world.history().subList(0, step.after().version());
    }

    private static Run played(World.Fork fork, List<CallResult> results) {
        RunState state = fork.before();
        for (var result : results) {
            state = fork.engine().react(state, new Input.Answered(result), fork.at()).after();
        }
        return (Run) state;
    }

    private static List<Object> commands(World.Fork fork, List<CallResult> results) {
        var commands = new ArrayList<>();
        RunState state = fork.before();
        for (var result : results) {
            var step = fork.engine().react(state, new Input.Answered(result), fork.at());
            step.sends().stream()
                    .map(Step.Sending::event)
                    .filter(event ->
                            event instanceof ModelRequested || event instanceof ContextCommand)
                    .forEach(commands::add);
            state = step.after();
        }
        return commands;
    }

    private static Stream<Integer> number(RunEvent event) {
        return switch (event) {
            case RunEvent.Asked asked -> Stream.of(asked.call()).map(CallId::number);
            case RunEvent.ToolRefused refused -> Stream.of(refused.call().number());
            case RunEvent _ -> Stream.of();
        };
    }
}
