package dev.monkeycoder.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Fact;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTest {
    private static final CallId MODEL = new CallId(Play.RUN, 2);

    @Test
    void aRunIsCancellingUntilItsCallsHaveEnded() {
        var play = Play.begun("handoff").cancel("enough");
        assertThat(play.run().life()).isEqualTo(new Life.Cancelling("enough"));
        assertThat(play.lastSent(Fact.CallsCancelled.class))
                .isEqualTo(new Fact.CallsCancelled(Play.RUN, List.of(MODEL)));
        play.fails(Failure.Kind.CANCELLED, "stopped");
        assertThat(play.kinds()).endsWith("CallFailed", "RunCancelled");
        assertThat(play.timers()).isEmpty();
    }

    @Test
    void anAnswerThatComesWhileCancellingIsBilledAndDecidesNothing() {
        var play =
                Play.begun("handoff").cancel("enough").says("Yours.", Play.transferTo("developer"));
        assertThat(play.kinds()).endsWith("CancelAsked", "ModelAnswered", "RunCancelled");
        assertThat(play.run().work().spent().cost()).isEqualTo(new Money(100));
        assertThat(play.sent(ModelRequested.class)).hasSize(1);
    }

    @Test
    void callsThatNeverAnswerAreGivenUpSoonerAndNotRepeated() {
        var play = Play.begun("handoff").cancel("enough");
        assertThat(play.timers())
                .containsEntry(new Due.OfCall(MODEL), Play.START.plus(Play.PATIENCE.cancel()));
        play.nextTimer();
        assertThat(play.kinds()).endsWith("CancelAsked", "CallFailed", "RunCancelled");
        play.result(Play.answer(MODEL, "stop", "Late."));
        assertThat(play.lastEvent()).isInstanceOf(RunEvent.ResultCameLate.class);
        assertThat(play.run().work().spent().cost()).isEqualTo(new Money(100));
        assertThat(play.run().life()).isInstanceOf(Life.Cancelled.class);
    }

    @Test
    void cancellingTwiceOrAfterTheEndChangesNothing() {
        var play = Play.begun("sequential", "developer").cancel("enough");
        var before = play.history();
        assertThat(play.cancel("again").history()).isEqualTo(before);
        var finished = Play.begun("sequential", "developer").says("Done.");
        var end = finished.history();
        assertThat(finished.cancel("late").history()).isEqualTo(end);
    }

    @Test
    void aCancellationThatComesBeforeItsRunWaitsForIt() {
        var play = Play.of(Specs.of("handoff")).cancel("enough");
        assertThat(play.state()).isInstanceOf(RunState.Unstarted.class);
        assertThat(play.sent(Object.class)).isEmpty();
        play.cancel("again").request();
        assertThat(play.kinds()).containsExactly("CancelAsked", "RunStarted", "RunCancelled");
        assertThat(play.run().life()).isEqualTo(new Life.Cancelled("enough", Play.START));
        assertThat(play.timers()).isEmpty();
    }

    @Test
    void nobodyCancelsTheRunOfAnotherTenant() {
        var stranger = new Input.CancelRequested("mine now", new TenantId("stranger"), Play.CALLER);
        var play = Play.begun("handoff");
        assertThat(play.input(stranger).events()).isEmpty();
        var early = Play.of(Specs.of("handoff"));
        early.input(stranger);
        early.request();
        assertThat(early.run().life()).isInstanceOf(Life.Running.class);
    }

    @Test
    void theRunsTimeDoesNotFailWhatIsBeingCancelled() {
        var play = Play.begun("handoff").cancel("enough");
        play.passes(Duration.ofHours(1));
        var step = play.input(new Input.DeadlinePassed(new Due.OfRun(Play.RUN)));
        assertThat(step.events()).isEmpty();
        assertThat(play.nextTimer().run().life()).isInstanceOf(Life.Cancelled.class);
    }
}
