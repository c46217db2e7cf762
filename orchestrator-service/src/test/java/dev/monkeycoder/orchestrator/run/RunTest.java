package dev.monkeycoder.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.Play;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void isFoldedFromItsEventsAlone() {
        var play = Play.begun("handoff").says("I look.", Play.use("list_files", "{}"));
        play.toolAnswers("a.txt").says("Yours.", Play.transferTo("developer"));
        assertThat(RunState.unknown(Play.RUN).after(play.history())).isEqualTo(play.state());
    }

    @Test
    void aRedeliveredResultChangesNothingButTheVersion() {
        var play = Play.begun("sequential", "developer").says("Done.");
        var run = play.run();
        var answer =
                new RunEvent.ModelAnswered(
                        new CallId(Play.RUN, 2),
                        1,
                        "openai",
                        "gpt",
                        "Again.",
                        List.of(),
                        "stop",
                        Usage.of(1, 1),
                        new Money(1));
        var after = run.after(new Stored(run.version() + 1, run.at(), answer));
        assertThat(after.work()).isEqualTo(run.work());
        assertThat(after.calls()).isEqualTo(run.calls());
        assertThat(after.life()).isEqualTo(run.life());
    }

    @Test
    void whatCannotFollowIsRefused() {
        var finished = Play.begun("sequential", "developer").says("Done.").run();
        assertThatThrownBy(() -> next(finished, new RunEvent.RunCancelled("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RunCancelled after version " + finished.version());
        var running = Play.begun("sequential", "developer").run();
        assertThatThrownBy(() -> next(running, new RunEvent.RunCancelled("nobody asked")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> next(running, running.start()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        RunState.unknown(Play.RUN)
                                .after(new Stored(1, Play.START, new RunEvent.RunFinished("x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGapInTheHistoryIsNoticed() {
        var run = Play.begun("sequential", "developer").run();
        assertThatThrownBy(() ->
                        run.after(
                                new Stored(
                                        run.version() + 2,
                                        run.at(),
                                        new RunEvent.RunFinished("x"))))
                .hasMessage("run %s: event version 7 (expected: 6)".formatted(Play.RUN));
        assertThatThrownBy(() -> new Stored(0, run.at(), new RunEvent.RunFinished("x")))
                .hasMessage("version: 0 (expected: >= 1)");
    }

    @Test
    void theWorkspaceIsTheNewestVersionThatAnyToolReported() {
        var play =
                Play.begun("sequential", "developer")
                        .says(
                                "I write.",
                                Play.use("write_file", "{}"),
                                Play.use("read_file", "{}"));
        var calls = play.inFlight();
        play.result(
                new CallResult.ToolCompleted(
                        calls.get(0), "ok", false, Play.workspace(5), Optional.of("a")));
        play.result(
                new CallResult.ToolCompleted(
                        calls.get(1), "ok", false, Play.workspace(4), Optional.empty()));
        assertThat(play.run().workspaceVersion()).isEqualTo(5);
    }

    @Test
    void whatAttemptsCostCountsEvenWhenTheCallFailed() {
        var play = Play.begun("sequential", "developer").fails(Failure.Kind.UNAVAILABLE, "down");
        assertThat(play.run().work().spent()).isEqualTo(new Spent(1, Usage.of(7, 0), new Money(9)));
    }

    @Test
    void whatIsLeftIsNeverNegativeAndNamesTheLimitThatIsReached() {
        var limits = new Limits(2, 100, new Money(5_000_000), 10);
        var nothing = Remaining.of(limits, Spent.NOTHING, Duration.ZERO);
        assertThat(nothing.reached()).isEmpty();
        assertThat(nothing.limits()).isEqualTo(limits);
        var steps = Spent.NOTHING.step().step().step();
        assertThat(reached(limits, steps, 0)).contains("all 2 model calls of the run are used");
        var tokens = Spent.NOTHING.plus(Usage.of(90, 90), Money.ZERO);
        assertThat(reached(limits, tokens, 0)).contains("all 100 tokens of the run are used");
        assertThat(Remaining.of(limits, tokens, Duration.ZERO).tokens()).isZero();
        var money = Spent.NOTHING.plus(Usage.NONE, new Money(6_000_000));
        assertThat(reached(limits, money, 0)).contains("the run's budget of $5.00 is used");
        assertThat(Remaining.of(limits, Spent.NOTHING, Duration.ofSeconds(11)).reached())
                .contains(
                        new Failure(
                                Failure.Kind.DEADLINE_EXCEEDED, "the run's time of 10 s is over"));
    }

    @Test
    void aBudgetOfNothingAllowsWhatCostsNothing() {
        var limits = new Limits(2, 100, Money.ZERO, 10);
        assertThat(reached(limits, Spent.NOTHING.step(), 0)).isEmpty();
        assertThat(reached(limits, Spent.NOTHING.plus(Usage.NONE, new Money(1)), 0))
                .contains("the run's budget of $0.00 is used");
    }

    @Test
    void amountsAreForPeople() {
        assertThat(Remaining.dollars(new Money(4_980_000))).isEqualTo("$4.98");
        assertThat(Remaining.dollars(new Money(10_000_000))).isEqualTo("$10.00");
        assertThat(Remaining.dollars(new Money(123))).isEqualTo("$0.000123");
    }

    private static Optional<String> reached(Limits limits, Spent spent, int seconds) {
        return Remaining.of(limits, spent, Duration.ofSeconds(seconds))
                .reached()
                .map(failure -> {
                    assertThat(failure.kind()).isEqualTo(Failure.Kind.LIMIT_REACHED);
                    return failure.detail();
                });
    }

    private static Run next(Run run, RunEvent event) {
        return run.after(new Stored(run.version() + 1, run.at(), event));
    }
}
