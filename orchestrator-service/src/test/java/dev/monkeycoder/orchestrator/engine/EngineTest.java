package dev.monkeycoder.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ContextCommand;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Fact;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.pattern.Patterns;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import dev.monkeycoder.orchestrator.run.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineTest {
    @Test
    void aRunBeginsWithItsContextAndAsksTheFirstAgentWhenThatIsPrepared() {
        var play = Play.of(Specs.of("handoff")).request();
        assertThat(play.kinds()).containsExactly("RunStarted", "ContextAsked");
        assertThat(play.lastSent(ContextCommand.ContextRequested.class).workspace())
                .contains(Play.WORKSPACE);
        play.prepared();
        assertThat(play.kinds()).endsWith("ContextPrepared", "TurnStarted", "ModelAsked");
        assertThat(play.lastSent(ModelRequested.class).agent()).isEqualTo(Play.agent("planner"));
    }

    @Test
    void theStartPinsPatternTeamAndTools() {
        var start = Play.of(Specs.of("handoff")).request().run().start();
        assertThat(start.pattern()).isEqualTo("handoff/1");
        assertThat(start.agents())
                .extracting(agent -> agent.name().value())
                .containsExactly("planner", "developer", "reviewer");
        assertThat(start.tools()).hasSize(4);
        assertThat(start.trace().traceId()).isEqualTo(Play.TRACE);
    }

    @Test
    void aRunThatIsAskedForTwiceBeginsOnce() {
        var play = Play.of(Specs.of("handoff")).request();
        var before = play.history();
        play.request();
        assertThat(play.history()).isEqualTo(before);
    }

    @Test
    void aWholeHandoffRun() {
        var play = Play.begun("handoff").says("Plan.", Play.transferTo("developer"));
        play.says("I write.", Play.use("write_file", "{}"));
        play.result(play.toolResult(play.inFlight().getFirst(), "written", Optional.of("A.java")));
        play.says("Look.", Play.transferTo("reviewer")).says("Good.");
        assertThat(play.lastEvent()).isEqualTo(new RunEvent.RunFinished("Good."));
        assertThat(play.run().work().handoffs())
                .extracting(RunEvent.HandedOver::workspaceVersion)
                .containsExactly(1, 2);
        assertThat(play.run().work().handoffs().getLast().remaining().steps()).isEqualTo(57);
        assertThat(play.timers()).isEmpty();
    }

    @Test
    void toolsAreToldTheWorkspaceAsItWasWhenTheyWereAsked() {
        var play =
                Play.begun("sequential", "developer")
                        .says("I write.", Play.use("write_file", "{}"));
        play.result(play.toolResult(play.inFlight().getFirst(), "ok", Optional.of("a")));
        play.says("I read.", Play.use("read_file", "{}"));
        assertThat(play.sent(ToolRequested.class))
                .extracting(ToolRequested::base)
                .containsExactly(Play.workspace(1), Play.workspace(2));
    }

    @Test
    void commandsOfATurnNameItsSpanAsParent() {
        var play = Play.of(Specs.of("sequential", "developer")).request();
        var step =
                play.input(
                        new Input.Answered(
                                new CallResult.ContextPrepared(
                                        play.inFlight().getFirst(),
                                        Play.workspace(1),
                                        "",
                                        List.of())));
        var parents =
                step.sends().stream()
                        .filter(send -> send.event() instanceof ModelRequested)
                        .map(Step.Sending::traceparent)
                        .toList();
        assertThat(parents)
                .containsExactly("00-%s-%s-01".formatted(Play.TRACE, Trace.turnSpan(Play.RUN, 1)));
    }

    @Test
    void turnsOfASessionGoToItsHistoryWithWhatWasAsked() {
        var spec = Specs.full("handoff", "planner", "developer");
        var play = Play.of(spec).request().prepared().says("Plan.", Play.transferTo("developer"));
        play.says("Done.");
        assertThat(play.sent(Fact.TurnRecorded.class))
                .extracting(Fact.TurnRecorded::asked)
                .containsExactly(
                        spec.prompt(),
                        "Handed over by planner. Reason: it is your turn Payload: all there is");
        assertThat(Play.begun("sequential", "developer").says("x").sent(Fact.TurnRecorded.class))
                .isEmpty();
    }

    @Test
    void aModelOrContextThatFailsFailsTheRunAsItIs() {
        var model = Play.begun("handoff").fails(Failure.Kind.REFUSED, "no credit");
        assertThat(model.lastEvent())
                .isEqualTo(new RunEvent.RunFailed(new Failure(Failure.Kind.REFUSED, "no credit")));
        var context = Play.of(Specs.of("handoff")).request().fails(Failure.Kind.INVALID, "too big");
        assertThat(context.run().life()).isInstanceOf(Life.Failed.class);
        assertThat(context.timers()).isEmpty();
    }

    @Test
    void aRequestThatNobodyCanMeetFailsAndSaysWhatThereIs() {
        assertThat(refusal(Specs.of("swarm")))
                .isEqualTo("pattern: swarm (expected: one of handoff, sequential)");
        assertThat(refusal(Specs.of("handoff", "planner", "chef")))
                .startsWith("agents: chef (expected: one of planner, developer, reviewer,");
        assertThat(refusal(Specs.persona("pirate")))
                .startsWith("persona: pirate (expected: one of developer, reviewer,");
    }

    @Test
    void aTeamWithoutItsUsualTargetsHandsOverToWhoIsThere() {
        var play = Play.begun("handoff", "developer", "tester");
        assertThat(play.run().start().agents().getFirst().handoffs())
                .containsExactly(Play.agent("tester"));
        assertThat(play.run().start().agents().getLast().handoffs())
                .containsExactly(Play.agent("developer"));
    }

    @Test
    void aResultOfAnotherKindIsAFaultAndEndsTheCall() {
        var play = Play.begun("sequential", "developer");
        play.result(play.toolResult(play.inFlight().getFirst(), "what?", Optional.empty()));
        assertThat(play.run().life())
                .isInstanceOfSatisfying(
                        Life.Failed.class,
                        failed ->
                                assertThat(failed.failure().kind())
                                        .isEqualTo(Failure.Kind.INTERNAL));
    }

    @Test
    void aResultOfARunOrCallThatNobodyKnowsChangesNothing() {
        var answer = Play.answer(new CallId(Play.RUN, 99), "stop", "?");
        var engine = new Engine(Play.CASTING, Play.PATIENCE);
        var unknown =
                engine.react(RunState.unknown(Play.RUN), new Input.Answered(answer), Play.START);
        assertThat(unknown.events()).isEmpty();
        var play = Play.begun("handoff");
        var before = play.history();
        assertThat(play.result(answer).history()).isEqualTo(before);
    }

    @Test
    void aClockThatRunsBehindNeverTurnsTheHistoryBack() {
        var play = Play.begun("sequential", "developer").passes(Duration.ofMinutes(-5)).says("x");
        assertThat(play.history())
                .extracting(stored -> stored.at())
                .isSorted()
                .contains(Play.START);
    }

    @Test
    void aReplicaThatDoesNotKnowThePatternRecordsAndLeavesTheDecision() {
        var old =
                new Engine(
                        new Casting(
                                Play.CASTING.catalogue(),
                                new Patterns(Map.of(), Map.of(), List.of())),
                        Play.PATIENCE);
        var known = Play.begun("sequential", "developer");
        var answer = new Input.Answered(Play.answer(known.inFlight().getFirst(), "stop", "Done."));
        var step = old.react(known.state(), answer, known.now());
        assertThat(step.events())
                .singleElement()
                .satisfies(stored ->
                        assertThat(stored.event()).isInstanceOf(RunEvent.ModelAnswered.class));
        var decision = new Due.OfDecision(Play.RUN);
        assertThat(step.set()).containsEntry(decision, known.now().plusSeconds(5));
        var later =
                old.react(
                        step.after(),
                        new Input.DeadlinePassed(decision),
                        known.now().plusSeconds(5));
        assertThat(later.events()).isEmpty();
        assertThat(later.set()).containsEntry(decision, known.now().plusSeconds(10));
        var other = new Engine(Play.CASTING, Play.PATIENCE);
        var decided =
                other.react(
                        step.after(),
                        new Input.DeadlinePassed(decision),
                        known.now().plusSeconds(5));
        assertThat(decided.events().getLast().event()).isEqualTo(new RunEvent.RunFinished("Done."));
        assertThat(decided.cleared()).contains(decision);
    }

    @Test
    void timersAreNamedForGood() {
        for (var due :
                List.of(
                        new Due.OfCall(new CallId(Play.RUN, 7)),
                        new Due.OfRun(Play.RUN),
                        new Due.OfDecision(Play.RUN))) {
            assertThat(Due.of(due.key())).isEqualTo(due);
            assertThat(due.run()).isEqualTo(Play.RUN);
        }
        assertThatThrownBy(() -> Due.of("nonsense"))
                .hasMessage("timer: nonsense (expected: call/…, run/… or decision/…)");
    }

    private static String refusal(RunSpec spec) {
        var play = Play.of(spec).request();
        assertThat(play.kinds()).containsExactly("RunStarted", "RunFailed");
        assertThat(play.timers()).isEmpty();
        var failure = ((RunEvent.RunFailed) play.lastEvent()).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        return failure.detail();
    }
}
