package dev.monkeycoder.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Fact;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Due RUN = new Due.OfRun(Play.RUN);

    @Test
    void atItsDeadlineTheSameCommandIsSentASecondTime() {
        var play = Play.begun("sequential", "developer");
        var first = play.lastSent(ModelRequested.class);
        play.nextTimer();
        assertThat(play.lastEvent()).isInstanceOf(RunEvent.CallRepeated.class);
        var second = play.lastSent(ModelRequested.class);
        assertThat(second.deadline()).isEqualTo(first.deadline().plus(Play.PATIENCE.model()));
        assertThat(second).isEqualTo(at(first, second.deadline()));
        assertThat(play.timers()).containsEntry(new Due.OfCall(first.call()), second.deadline());
    }

    @Test
    void theSecondDeadlineOfAModelCallEndsTheRunHonestly() {
        var play = Play.begun("sequential", "developer").nextTimer().nextTimer();
        assertThat(play.kinds()).endsWith("CallRepeated", "CallFailed", "RunFailed");
        assertThat(play.run().life())
                .isInstanceOfSatisfying(
                        Life.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(
                                                new Failure(
                                                        Failure.Kind.DEADLINE_EXCEEDED,
                                                        "no answer of provider-service in its"
                                                                + " time")));
    }

    @Test
    void theSecondDeadlineOfAToolIsToldToTheModelAndItsLateResultStillCounts() {
        var play =
                Play.begun("sequential", "developer")
                        .says("I write.", Play.use("write_file", "{}"));
        var tool = play.lastSent(ToolRequested.class).call();
        play.nextTimer().nextTimer();
        assertThat(play.sent(ToolRequested.class)).hasSize(2).doesNotHaveDuplicates();
        assertThat(play.kinds()).endsWith("CallFailed", "ModelAsked");
        play.result(play.toolResult(tool, "written", Optional.of("a")));
        assertThat(play.lastEvent())
                .isEqualTo(
                        new RunEvent.ResultCameLate(tool, Usage.NONE, Money.ZERO, Optional.of(2)));
        assertThat(play.run().workspaceVersion()).isEqualTo(2);
        var before = play.history();
        play.result(play.toolResult(tool, "written", Optional.empty()));
        assertThat(play.history()).isEqualTo(before);
    }

    @Test
    void aResultAfterTheRepetitionEndsTheCall() {
        var play = Play.begun("sequential", "developer").nextTimer().says("Done.");
        assertThat(play.lastEvent()).isEqualTo(new RunEvent.RunFinished("Done."));
        assertThat(play.timers()).isEmpty();
    }

    @Test
    void aTimerThatCameTooEarlyIsSetAgain() {
        var play = Play.begun("sequential", "developer");
        var call = new Due.OfCall(new CallId(Play.RUN, 2));
        var early = play.input(new Input.DeadlinePassed(call));
        assertThat(early.events()).isEmpty();
        assertThat(early.set()).containsEntry(call, Play.START.plus(Play.PATIENCE.model()));
        var run = play.input(new Input.DeadlinePassed(RUN));
        assertThat(run.events()).isEmpty();
        assertThat(run.set()).containsEntry(RUN, Play.START.plusSeconds(1800));
    }

    @Test
    void aTimerOfACallThatHasEndedIsCleared() {
        var play = Play.begun("sequential", "developer");
        var step = play.input(new Input.DeadlinePassed(new Due.OfCall(new CallId(Play.RUN, 1))));
        assertThat(step.events()).isEmpty();
        assertThat(step.cleared()).containsExactly(new Due.OfCall(new CallId(Play.RUN, 1)));
        var ended = play.says("Done.").input(new Input.DeadlinePassed(RUN));
        assertThat(ended.cleared()).containsExactly(RUN);
    }

    @Test
    void theRunsTimeEndsItAndStopsWhatIsInFlight() {
        var play =
                quick().says("I read.", Play.use("read_file", "{}"), Play.use("list_files", "{}"));
        play.passes(Duration.ofSeconds(40)).input(new Input.DeadlinePassed(RUN));
        assertThat(play.lastEvent())
                .isEqualTo(
                        new RunEvent.RunFailed(
                                new Failure(
                                        Failure.Kind.DEADLINE_EXCEEDED,
                                        "the run's time of 40 s is over")));
        assertThat(play.lastSent(Fact.CallsCancelled.class).calls())
                .containsExactly(new CallId(Play.RUN, 3), new CallId(Play.RUN, 4));
        assertThat(play.timers()).isEmpty();
    }

    @Test
    void noDeadlineIsLaterThanTheRunsTimeAndNothingIsRepeatedThen() {
        var play = quick();
        assertThat(play.lastSent(ModelRequested.class).deadline())
                .isEqualTo(Play.START.plusSeconds(40));
        play.passes(Duration.ofSeconds(40))
                .input(new Input.DeadlinePassed(new Due.OfCall(new CallId(Play.RUN, 2))));
        assertThat(play.lastEvent()).isInstanceOf(RunEvent.RunFailed.class);
        assertThat(play.sent(ModelRequested.class)).hasSize(1);
    }

    @Test
    void whatAnAnswerCostThatCameAfterTheEndIsBooked() {
        var play = quick().passes(Duration.ofSeconds(40));
        var call = play.inFlight().getFirst();
        play.input(new Input.DeadlinePassed(RUN));
        var sent = play.sent(Object.class).count();
        play.result(Play.answer(call, "stop", "Too late."));
        assertThat(play.lastEvent()).isInstanceOf(RunEvent.ResultCameLate.class);
        assertThat(play.run().work().spent().cost()).isEqualTo(new Money(100));
        assertThat(play.run().turn(1).spent().usage()).isEqualTo(Usage.of(10, 5));
        assertThat(play.run().life()).isInstanceOf(Life.Failed.class);
        assertThat(play.sent(Object.class)).hasSize((int) sent);
    }

    private static Play quick() {
        var limits = new Limits(60, 1_000_000, new Money(5_000_000), 40);
        return Play.of(Specs.limited(limits, "sequential", "developer")).request().prepared();
    }

    private static ModelRequested at(ModelRequested command, Instant deadline) {
        return new ModelRequested(
                command.call(),
                command.turn(),
                command.agent(),
                command.model(),
                command.preferredVendors(),
                command.messages(),
                command.tools(),
                command.temperature(),
                command.maxTokens(),
                deadline);
    }
}
