package dev.monkeycoder.orchestrator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentLoopTest {
    @Test
    void asksForAllToolsOfAnAnswerAtOnceAndForTheModelWhenAllHaveAnswered() {
        var play =
                Play.begun("sequential", "developer")
                        .says("I look.", Play.use("list_files", "{}"), Play.use("read_file", "{}"));
        assertThat(play.sent(ToolRequested.class)).hasSize(2);
        assertThat(play.sent(ModelRequested.class)).hasSize(1);
        play.toolAnswers("first");
        assertThat(play.sent(ModelRequested.class)).hasSize(1);
        play.toolAnswers("second");
        assertThat(play.sent(ModelRequested.class)).hasSize(2);
        assertThat(results(play))
                .extracting(Message.ToolResult::text)
                .containsExactly("first", "second");
    }

    @Test
    void toolResultsStandInTheOrderOfTheirUsesWhateverOrderTheyCameIn() {
        var play =
                Play.begun("sequential", "developer")
                        .says("I look.", Play.use("list_files", "{}"), Play.use("read_file", "{}"));
        var calls = play.inFlight();
        play.result(play.toolResult(calls.get(1), "second", Optional.empty()));
        play.result(play.toolResult(calls.get(0), "first", Optional.empty()));
        assertThat(results(play))
                .extracting(Message.ToolResult::text)
                .containsExactly("first", "second");
    }

    @Test
    void ordinaryToolsAreDoneBeforeTheTransferOfTheSameAnswer() {
        var play =
                Play.begun("handoff")
                        .says("Yours.", Play.transferTo("developer"), Play.use("read_file", "{}"));
        assertThat(play.sent(ToolRequested.class)).hasSize(1);
        assertThat(play.kinds()).doesNotContain("HandedOver");
        play.toolAnswers("text");
        assertThat(play.kinds())
                .containsSubsequence("ToolAnswered", "TurnEnded", "HandedOver", "TurnStarted");
        assertThat(play.run().work().turns().getLast().agent()).isEqualTo(Play.agent("developer"));
    }

    @Test
    void aToolThatTheAgentWasNotGivenIsRefusedAndTheModelIsTold() {
        var play = Play.begun("handoff").says("I write.", Play.use("write_file", "{}"));
        assertThat(play.sent(ToolRequested.class)).isEmpty();
        assertThat(results(play))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.text())
                                .startsWith(
                                        "write_file: not a tool of yours (expected: list_files"));
        assertThat(play.sent(ModelRequested.class)).hasSize(2);
    }

    @Test
    void anUnknownTargetIsAToolErrorForTheModel() {
        var play = Play.begun("handoff").says("Yours.", Play.transferTo("reviewer"));
        assertThat(results(play).getFirst().text())
                .isEqualTo(
                        "transfer_to_reviewer: nobody to hand over to (expected:"
                                + " transfer_to_developer).");
        assertThat(play.kinds()).doesNotContain("HandedOver");
        assertThat(play.says("Well.", Play.use("transfer_to_", "{}")).kinds())
                .doesNotContain("HandedOver");
    }

    @Test
    void severalTransfersAtOnceAreAToolErrorForEach() {
        var play =
                Play.begun("handoff", "developer", "planner", "reviewer")
                        .says("Both.", Play.transferTo("planner"), Play.transferTo("reviewer"));
        assertThat(results(play))
                .hasSize(2)
                .allSatisfy(result ->
                        assertThat(result.text())
                                .contains("2 transfers in one answer (expected: one)"));
        assertThat(play.kinds()).doesNotContain("HandedOver");
    }

    @Test
    void aTransferWithoutReasonOrWithBrokenArgumentsIsAToolError() {
        for (var arguments : List.of("{\"reason\":", "{}", "[]", "{\"payload\":\"p\"}", "")) {
            var play =
                    Play.begun("handoff")
                            .says("Yours.", Play.use("transfer_to_developer", arguments));
            assertThat(results(play).getFirst().text()).contains("the arguments don't fit");
        }
    }

    @Test
    void aTransferIsNoToolWherePatternHasNoHandoffs() {
        var play =
                Play.begun("sequential", "planner", "developer")
                        .says("Yours.", Play.transferTo("developer"));
        assertThat(results(play).getFirst().text()).contains("(expected: your answer as text)");
        assertThat(play.lastSent(ModelRequested.class).tools())
                .noneMatch(tool -> tool.name().startsWith("transfer_to_"));
    }

    @Test
    void moreToolCallsThanAnybodyNeedsAreRefused() {
        var uses =
                IntStream.range(0, 40)
                        .mapToObj(i -> new ToolUse("use-" + i, "list_files", "{}"))
                        .toArray(ToolUse[]::new);
        var play = Play.begun("sequential", "developer").says("All.", uses);
        assertThat(play.sent(ToolRequested.class)).hasSize(32);
        assertThat(play.kinds()).filteredOn("ToolRefused"::equals).hasSize(8);
    }

    @Test
    void anAnswerCutAtItsLengthNeverPassesForAWholeOne() {
        var play = Play.begun("sequential", "developer").finishes("length", "Half of");
        assertThat(failure(play))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.LIMIT_REACHED,
                                "the model's answer was cut at max_tokens"));
    }

    @Test
    void anAnswerCutAtItsLengthGoesOnWhenItsToolCallsCameWhole() {
        var play =
                Play.begun("sequential", "developer")
                        .finishes("length", "I look", Play.use("list_files", "{}"));
        assertThat(play.toolAnswers("a").says("Done.").run().life())
                .isInstanceOf(Life.Finished.class);
    }

    @Test
    void anAnswerThatAFilterStoppedFailsTheRun() {
        var play = Play.begun("sequential", "developer").finishes("content_filter", "");
        assertThat(failure(play).kind()).isEqualTo(Failure.Kind.REFUSED);
    }

    @Test
    void stepsEndTheRunHonestly() {
        var play = limited(new Limits(2, 1_000_000, new Money(5_000_000), 1800));
        play.says("1", Play.use("list_files", "{}")).toolAnswers("a");
        play.says("2", Play.use("list_files", "{}")).toolAnswers("a");
        assertThat(failure(play).detail()).isEqualTo("all 2 model calls of the run are used");
    }

    @Test
    void tokensBoundEachCallAndEndTheRun() {
        var play = limited(new Limits(60, 25, new Money(5_000_000), 1800));
        assertThat(play.lastSent(ModelRequested.class).maxTokens()).isEqualTo(25);
        play.says("1", Play.use("list_files", "{}")).toolAnswers("a");
        assertThat(play.lastSent(ModelRequested.class).maxTokens()).isEqualTo(10);
        play.says("2", Play.use("list_files", "{}")).toolAnswers("a");
        assertThat(failure(play).detail()).isEqualTo("all 25 tokens of the run are used");
    }

    @Test
    void moneyEndsTheRun() {
        var play = limited(new Limits(60, 1_000_000, new Money(150), 1800));
        play.says("1", Play.use("list_files", "{}")).toolAnswers("a");
        play.says("2", Play.use("list_files", "{}")).toolAnswers("a");
        assertThat(failure(play).detail()).isEqualTo("the run's budget of $0.00015 is used");
    }

    @Test
    void timeEndsTheRun() {
        var play = limited(new Limits(60, 1_000_000, new Money(5_000_000), 20));
        play.says("1", Play.use("list_files", "{}")).passes(Duration.ofSeconds(20));
        assertThat(failure(play.toolAnswers("a")).detail())
                .isEqualTo("the run's time of 20 s is over");
    }

    @Test
    void anAnswerThatIsThereIsGivenEvenWhenItUsedUpTheRest() {
        var play = limited(new Limits(1, 10, new Money(1), 1800)).says("Done.");
        assertThat(play.run().life()).isInstanceOf(Life.Finished.class);
    }

    @Test
    void aHandoffThatNobodyCouldTakeUpIsNotMade() {
        var play = Play.of(Specs.limited(new Limits(1, 1_000, new Money(900), 60), "handoff"));
        play.request().prepared().says("Yours.", Play.transferTo("developer"));
        assertThat(failure(play).kind()).isEqualTo(Failure.Kind.LIMIT_REACHED);
        assertThat(play.kinds()).doesNotContain("HandedOver");
    }

    @Test
    void pingPongEndsAtTheLimit() {
        var play = Play.of(Specs.limited(new Limits(7, 1_000_000, new Money(900), 60), "handoff"));
        play.request().prepared().says("Yours.", Play.transferTo("developer"));
        for (var i = 0; i < 3; i++) {
            play.says("No, yours.", Play.transferTo("reviewer"));
            play.says("No, yours.", Play.transferTo("developer"));
        }
        assertThat(play.run().work().handoffs()).hasSize(6);
        assertThat(failure(play).kind()).isEqualTo(Failure.Kind.LIMIT_REACHED);
    }

    @Test
    void aToolThatFailedIsToldToTheModel() {
        var play =
                Play.begun("sequential", "developer").says("I look.", Play.use("read_file", "{}"));
        play.fails(Failure.Kind.UNAVAILABLE, "no database");
        assertThat(results(play).getFirst().text())
                .startsWith("The tool gave no answer: no database. It may have had its effect");
        assertThat(play.run().life()).isInstanceOf(Life.Running.class);
    }

    @Test
    void aToolErrorIsToldAsItCame() {
        var play =
                Play.begun("sequential", "developer").says("I look.", Play.use("read_file", "{}"));
        play.result(
                new CallResult.ToolCompleted(
                        play.inFlight().getFirst(),
                        "no such file",
                        true,
                        Play.workspace(1),
                        Optional.empty()));
        assertThat(results(play).getFirst().text()).isEqualTo("no such file");
    }

    private static Play limited(Limits limits) {
        return Play.of(Specs.limited(limits, "sequential", "developer")).request().prepared();
    }

    private static Failure failure(Play play) {
        assertThat(play.lastEvent()).isInstanceOf(RunEvent.RunFailed.class);
        return ((RunEvent.RunFailed) play.lastEvent()).failure();
    }

    private static List<Message.ToolResult> results(Play play) {
        return play.lastSent(ModelRequested.class).messages().stream()
                .filter(Message.ToolResult.class::isInstance)
                .map(Message.ToolResult.class::cast)
                .toList();
    }
}
