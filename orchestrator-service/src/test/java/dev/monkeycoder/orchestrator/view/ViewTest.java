package dev.monkeycoder.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.view.RunView.AgentSums;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewTest {
    @Test
    void clientsSeeAWholeHandoffRun() {
        var play = handoffRun();
        assertThat(ClientEvents.of(play.changes()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "RunStarted",
                        "TurnStarted",
                        "MessageCompleted",
                        "TurnCompleted",
                        "HandoffMade",
                        "TurnStarted",
                        "MessageCompleted",
                        "ToolStarted",
                        "ToolFinished",
                        "MessageCompleted",
                        "TurnCompleted",
                        "RunFinished");
    }

    @Test
    void eventsCarryWhatHappened() {
        var seen = ClientEvents.of(handoffRun().changes());
        assertThat(of(ClientEvent.RunStarted.class, seen).trace()).isEqualTo(Play.TRACE);
        var message = of(ClientEvent.MessageCompleted.class, seen);
        assertThat(message.text()).isEqualTo("Plan.");
        assertThat(message.agent()).isEqualTo(Play.agent("planner"));
        assertThat(message.call()).isEqualTo(new CallId(Play.RUN, 2));
        var handoff = of(ClientEvent.HandoffMade.class, seen);
        assertThat(handoff.to()).isEqualTo(Play.agent("developer"));
        assertThat(handoff.remaining().steps()).isEqualTo(59);
        var tool = of(ClientEvent.ToolFinished.class, seen);
        assertThat(tool.tool()).isEqualTo("write_file");
        assertThat(tool.changed()).contains("A.java");
        assertThat(tool.agent()).isEqualTo(Play.agent("developer"));
        var end = of(ClientEvent.RunFinished.class, seen);
        assertThat(end.answer()).isEqualTo("Done.");
        assertThat(end.workspaceVersion()).isEqualTo(2);
        assertThat(end.usage()).isEqualTo(Usage.of(30, 15));
        assertThat(end.cost()).isEqualTo(new Money(300));
    }

    @Test
    void longOutputsAreCutForTheirSummary() {
        var play =
                Play.begun("sequential", "developer").says("I read.", Play.use("read_file", "{}"));
        var seen = ClientEvents.of(play.toolAnswers("x".repeat(199) + "😀 and more").changes());
        assertThat(of(ClientEvent.ToolFinished.class, seen).summary())
                .isEqualTo("x".repeat(199) + "…");
        assertThat(Texts.cut("x".repeat(198) + "😀!", 200)).isEqualTo("x".repeat(198) + "…");
        assertThat(Texts.cut("x".repeat(200), 200)).hasSize(200).doesNotContain("…");
    }

    @Test
    void aRefusedAndALostToolAreShownAsErrors() {
        var play = Play.begun("handoff").says("I write.", Play.use("write_file", "{}"));
        play.says("I read.", Play.use("read_file", "{}")).fails(Failure.Kind.UNAVAILABLE, "gone");
        var finished =
                ClientEvents.of(play.changes()).stream()
                        .filter(ClientEvent.ToolFinished.class::isInstance)
                        .map(ClientEvent.ToolFinished.class::cast)
                        .toList();
        assertThat(finished).allMatch(ClientEvent.ToolFinished::error);
        assertThat(finished)
                .extracting(ClientEvent.ToolFinished::tool)
                .containsExactly("write_file", "read_file");
    }

    @Test
    void aCancellationBeforeTheRunIsSeenOnlyAsItsEnd() {
        var play = Play.of(Specs.of("handoff")).cancel("enough").request();
        assertThat(ClientEvents.of(play.changes()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("RunStarted", "RunCancelled");
        var running = Play.begun("handoff").cancel("enough");
        assertThat(of(ClientEvent.RunCancelling.class, ClientEvents.of(running.changes())).reason())
                .isEqualTo("enough");
    }

    @Test
    void theViewShowsARunAsItStands() {
        var play = Play.begun("handoff");
        var running = RunView.of(play.run());
        assertThat(running.status()).isEqualTo("running");
        assertThat(running.workspace()).contains(new RunView.Workspace(Play.WORKSPACE, 1, 1));
        assertThat(running.endedAt()).isEmpty();
        assertThat(RunView.of(play.cancel("enough").run()).status()).isEqualTo("cancelling");
        var cancelled = RunView.of(play.says("late").run());
        assertThat(cancelled.status()).isEqualTo("cancelled");
        assertThat(cancelled.endedAt()).contains(Play.START);
        var failed = RunView.of(Play.begun("handoff").fails(Failure.Kind.REFUSED, "no").run());
        assertThat(failed.failure()).contains(new Failure(Failure.Kind.REFUSED, "no"));
        assertThat(failed.answer()).isEmpty();
    }

    @Test
    void sumsAreByAgentAndAddUp() {
        var view = RunView.of(handoffRun().run());
        assertThat(view.byAgent())
                .containsExactly(
                        new AgentSums(Play.agent("planner"), 1, 10, 5, new Money(100)),
                        new AgentSums(Play.agent("developer"), 1, 20, 10, new Money(200)));
        assertThat(view.usage()).isEqualTo(Usage.of(30, 15));
        assertThat(view.costMicros()).isEqualTo(new Money(300));
        assertThat(view.steps()).isEqualTo(3);
        assertThat(view.answer()).contains("Done.");
    }

    @Test
    void theViewReadsAsTheGatewayExpects() {
        var view = RunView.of(handoffRun().run());
        assertThat(EventJson.write(view))
                .contains("\"cost_micros\":300", "\"by_agent\":[{\"agent\":\"planner\",\"turns\":1")
                .contains("\"trace_id\":\"" + Play.TRACE, "\"base_version\":1,\"version\":2");
        var apart = EventJson.read(EventJson.write(view.prompting("")), RunView.class);
        assertThat(apart.prompting(view.prompt())).isEqualTo(view);
    }

    @Test
    void theTimelineTellsEachThingOnceWithItsTime() {
        var play = Play.begun("handoff").passes(Duration.ofMillis(1500));
        play.says("Plan.", Play.transferTo("developer"));
        play.says("I write.", Play.use("write_file", "{}")).passes(Duration.ofMillis(40));
        play.result(play.toolResult(play.inFlight().getFirst(), "ok", Optional.of("A.java")));
        play.nextTimer().says("Done.");
        var entries = Timeline.of(play.changes()).entries();
        assertThat(entries)
                .extracting(Timeline.Entry::kind)
                .containsExactly(
                        "run.started",
                        "context.prepared",
                        "turn.started",
                        "message.completed",
                        "turn.completed",
                        "handoff.made",
                        "turn.started",
                        "message.completed",
                        "tool.finished",
                        "call.repeated",
                        "message.completed",
                        "turn.completed",
                        "run.finished");
        var answer = entries.get(3);
        assertThat(answer.title()).isEqualTo("openai/gpt-test");
        assertThat(answer.ms()).contains(1500L);
        assertThat(answer.agent()).contains(Play.agent("planner"));
        assertThat(answer.costMicros()).contains(new Money(100));
        assertThat(entries.get(5).title()).isEqualTo("planner → developer");
        assertThat(entries.get(5).detail()).contains("it is your turn");
        assertThat(entries.get(8).detail()).contains("wrote A.java");
        assertThat(entries.get(8).ms()).contains(40L);
        assertThat(entries.get(9).title()).isEqualTo("model call asked again");
    }

    @Test
    void theTimelineTellsFailuresAndWhatCameLate() {
        var play = Play.begun("handoff").says("I write.", Play.use("write_file", "{}"));
        play.nextTimer().nextTimer();
        play.result(
                new CallResult.CallFailed(
                        new CallId(Play.RUN, 4),
                        new Failure(Failure.Kind.UNAVAILABLE, "late"),
                        Usage.NONE,
                        new Money(5)));
        assertThat(Timeline.of(play.changes()).entries())
                .extracting(Timeline.Entry::title)
                .contains(
                        "write_file (refused)", "model call failed", "failed", "call 4 came late");
        var cancelled = Play.of(Specs.of("handoff")).request().cancel("enough");
        assertThat(
                        Timeline.of(cancelled.fails(Failure.Kind.CANCELLED, "stopped").changes())
                                .entries())
                .extracting(Timeline.Entry::title)
                .containsExactly("handoff/1", "cancelling", "context failed", "cancelled");
    }

    private static Play handoffRun() {
        var play = Play.begun("handoff").says("Plan.", Play.transferTo("developer"));
        play.says("I write.", Play.use("write_file", "{}"));
        play.result(play.toolResult(play.inFlight().getFirst(), "ok", Optional.of("A.java")));
        return play.says("Done.");
    }

    private static <T> T of(Class<T> kind, List<ClientEvent.Durable> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
}
