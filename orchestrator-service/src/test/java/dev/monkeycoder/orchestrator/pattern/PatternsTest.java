package dev.monkeycoder.orchestrator.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.Stored;
import dev.monkeycoder.orchestrator.run.Transfer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// History in, decision out.
class PatternsTest {
    private static final Patterns PATTERNS = Patterns.builtIn();
    private static final Transfer TO_DEVELOPER =
            new Transfer(Play.agent("developer"), "planned", "do it");

    @Test
    void sequentialAsksTheFirstAgentFirst() {
        assertThat(sequential(team("sequential")))
                .isEqualTo(new Decision.Ask(Play.agent("planner"), "", Optional.empty()));
    }

    @Test
    void sequentialWaitsForAnOpenTurn() {
        assertThat(sequential(Play.begun("sequential", "planner", "developer").run()))
                .isEqualTo(new Decision.Wait());
    }

    @Test
    void sequentialAsksTheNextAndFinishesWithTheLastAnswer() {
        var one = ended(Play.begun("sequential", "planner", "developer").run(), "plan", null);
        assertThat(sequential(one))
                .isInstanceOfSatisfying(
                        Decision.Ask.class,
                        ask -> assertThat(ask.agent()).isEqualTo(Play.agent("developer")));
        var play = Play.begun("sequential", "planner", "developer").says("plan");
        assertThat(sequential(ended(play.run(), "code", null)))
                .isEqualTo(new Decision.Finish("code"));
    }

    @Test
    void handoffStartsWithTheFirstOfTheTeamAndWaitsForIt() {
        assertThat(handoff(team("handoff")))
                .isEqualTo(new Decision.Ask(Play.agent("planner"), "", Optional.empty()));
        assertThat(handoff(Play.begun("handoff").run())).isEqualTo(new Decision.Wait());
    }

    @Test
    void handoffFinishesWithAnAnswer() {
        assertThat(handoff(ended(Play.begun("handoff").run(), "done", null)))
                .isEqualTo(new Decision.Finish("done"));
    }

    @Test
    void handoffRecordsATransferOnceAndThenAsksItsTarget() {
        var wished = ended(Play.begun("handoff").run(), "plan", TO_DEVELOPER);
        assertThat(handoff(wished))
                .isEqualTo(new Decision.HandOver(Play.agent("planner"), TO_DEVELOPER));
        var made =
                next(
                        wished,
                        new RunEvent.HandedOver(
                                1,
                                Play.agent("planner"),
                                Play.agent("developer"),
                                "planned",
                                "do it",
                                1,
                                wished.remaining().limits()));
        assertThat(handoff(made))
                .isEqualTo(
                        new Decision.Ask(
                                Play.agent("developer"),
                                "Handed over by planner. Reason: planned Payload: do it",
                                Optional.of(1)));
    }

    @Test
    void aNewRunGetsTheNewestNumberOfItsPattern() {
        assertThat(PATTERNS.newest("handoff")).contains("handoff/1");
        assertThat(PATTERNS.newest("swarm")).isEmpty();
        assertThat(PATTERNS.names()).containsExactly("handoff", "sequential");
        assertThat(PATTERNS.numbered("handoff/2")).isEmpty();
        assertThat(PATTERNS.handsOver("handoff")).isTrue();
        assertThat(PATTERNS.handsOver("sequential")).isFalse();
    }

    private static Decision sequential(Run run) {
        return PATTERNS.numbered("sequential/1").orElseThrow().next(run);
    }

    private static Decision handoff(Run run) {
        return PATTERNS.numbered("handoff/1").orElseThrow().next(run);
    }

    /// A run whose context is not prepared yet has no turn.
    private static Run team(String pattern) {
        return Play.of(Specs.of(pattern)).request().run();
    }

    private static Run ended(Run run, String answer, @Nullable Transfer transfer) {
        var turn = run.work().turns().size();
        return next(run, new RunEvent.TurnEnded(turn, answer, Optional.ofNullable(transfer)));
    }

    private static Run next(Run run, RunEvent event) {
        return run.after(new Stored(run.version() + 1, run.at(), event));
    }
}
