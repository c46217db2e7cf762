package dev.monkeycoder.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.Fact;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.RunCommand;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.orchestrator.EndedSpans;
import dev.monkeycoder.orchestrator.MovedClock;
import dev.monkeycoder.orchestrator.Play;
import dev.monkeycoder.orchestrator.Specs;
import dev.monkeycoder.orchestrator.Stage;
import dev.monkeycoder.orchestrator.run.Trace;
import dev.monkeycoder.testkit.MeshServers;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whole runs over Kafka and PostgreSQL; the test plays the services around this one.
@QuarkusTest
@WithTestResource(MeshServers.class)
class RunsQuarkusTest {
    @Inject MovedClock clock;
    @Inject EndedSpans spans;

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aWholeHandoffRunIsStoredShownAndTraced() {
        stage.request(Specs.of("handoff")).prepared();
        stage.says(1, "Plan.", Play.transferTo("developer"));
        stage.says(2, "I write.", Play.use("write_file", "{}"));
        stage.send(stage.used(stage.tool(1).call(), "written", 2));
        stage.says(3, "Done.");
        assertThat(stage.seen(ClientEvent.RunFinished.class).answer()).isEqualTo("Done.");
        stage.reader()
                .get("/internal/runs/" + stage.run())
                .then()
                .statusCode(200)
                .body("status", equalTo("finished"))
                .body("answer", equalTo("Done."))
                .body("pattern", equalTo("handoff/1"))
                .body("prompt", equalTo("Add a discount to the order total."))
                .body("workspace.base_version", equalTo(1))
                .body("workspace.version", equalTo(2))
                .body("cost_micros", equalTo(300))
                .body("steps", equalTo(3))
                .body("trace_id", equalTo(stage.trace()))
                .body("by_agent.agent", contains("planner", "developer"))
                .body("failure", nullValue());
        spansAreOneTree();
    }

    private void spansAreOneTree() {
        var run = stage.run();
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(span("invoke_workflow handoff/1")).isNotNull());
        assertThat(span("invoke_workflow handoff/1").getParentSpanId())
                .isEqualTo("00f067aa0ba902b7");
        var planner = span("invoke_agent planner");
        assertThat(planner.getSpanId()).isEqualTo(Trace.turnSpan(run, 1));
        assertThat(planner.getParentSpanId()).isEqualTo(Trace.runSpan(run));
        var handoff = span("execute_tool transfer_to_developer");
        assertThat(handoff.getParentSpanId()).isEqualTo(planner.getSpanId());
        assertThat(
                        handoff.getAttributes()
                                .get(AttributeKey.stringKey("gen_ai.agent.handoff.source.name")))
                .isEqualTo("planner");
        var developer = span("invoke_agent developer");
        assertThat(developer.getParentSpanId()).isEqualTo(handoff.getSpanId());
        assertThat(developer.getEndEpochNanos()).isGreaterThan(developer.getStartEpochNanos());
        assertThat(spans.ofTrace(stage.trace()).stream().map(SpanData::getSpanId).toList())
                .doesNotHaveDuplicates();
    }

    private SpanData span(String name) {
        var named =
                spans.ofTrace(stage.trace()).stream()
                        .filter(span -> span.getName().equals(name))
                        .toList();
        assertThat(named).as("spans named %s", name).hasSize(1);
        return named.getFirst();
    }

    @Test
    void theCommandsOfATurnNameItsSpanAndItsTenant() {
        stage.request(Specs.of("sequential", "developer")).prepared();
        var command = stage.received(ModelRequested.class, Topic.MODEL_COMMANDS, 1).getFirst();
        assertThat(command.origin().tenant()).isEqualTo(Play.TENANT);
        assertThat(command.origin().traceparent())
                .contains("00-%s-%s-01".formatted(stage.trace(), Trace.turnSpan(stage.run(), 1)));
    }

    @Test
    void whatComesTwiceHappensOnce() {
        var request = UUID.randomUUID();
        var command = new RunCommand.RunRequested(stage.run(), Specs.of("sequential", "developer"));
        stage.send(request, command);
        stage.send(request, command);
        stage.send(command);
        stage.prepared().prepared();
        var use = Play.use("read_file", "{}");
        stage.says(1, "I read.", use).says(1, "I read again.", use);
        var used = stage.used(stage.tool(1).call(), "text", 1);
        var id = UUID.randomUUID();
        stage.send(id, used);
        stage.send(id, used);
        stage.send(used);
        stage.says(2, "Done.").says(2, "Done twice.");
        stage.seen(ClientEvent.RunFinished.class);
        stage.reader()
                .get("/internal/runs/" + stage.run() + "/events")
                .then()
                .body(
                        "events.type",
                        contains(
                                "run.started",
                                "turn.started",
                                "message.completed",
                                "tool.started",
                                "tool.finished",
                                "message.completed",
                                "turn.completed",
                                "run.finished"))
                .body("events[5].text", equalTo("Done."));
        // the end came after all of it, in the order of the topic
        assertThat(stage.received(ClientEvent.class, Topic.CLIENT, 8).getLast().event())
                .isInstanceOf(ClientEvent.RunFinished.class);
        assertThat(stage.all(ModelRequested.class, Topic.MODEL_COMMANDS)).hasSize(2);
    }

    @Test
    void resultsOfParallelToolsMayComeInAnyOrder() {
        stage.request(Specs.of("sequential", "developer")).prepared();
        stage.says(1, "I look.", Play.use("list_files", "{}"), Play.use("read_file", "{}"));
        stage.send(stage.used(stage.tool(2).call(), "second", 1));
        stage.send(stage.used(stage.tool(1).call(), "first", 1));
        assertThat(stage.model(2).messages().toString())
                .containsSubsequence("text=first", "text=second");
    }

    @Test
    void aLostCommandIsSentAgainAtItsDeadlineAndThenTheRunFails() {
        stage.request(Specs.of("sequential", "developer")).prepared();
        var first = stage.model(1);
        clock.forward(Duration.ofMinutes(5));
        var second = stage.model(2);
        assertThat(second.call()).isEqualTo(first.call());
        assertThat(second.messages()).isEqualTo(first.messages());
        assertThat(second.deadline()).isAfter(first.deadline());
        clock.forward(Duration.ofMinutes(5));
        assertThat(stage.seen(ClientEvent.RunFailed.class).failure().detail())
                .isEqualTo("no answer of provider-service in its time");
        stage.reader()
                .get("/internal/runs/" + stage.run() + "/timeline")
                .then()
                .body("entries.kind", hasItems("call.repeated", "call.failed", "run.failed"));
    }

    @Test
    void aCancelledRunStopsItsCallsAndEndsWithThem() {
        stage.request(Specs.of("handoff")).prepared();
        var call = stage.model(1).call();
        stage.send(new RunCommand.RunCancelRequested(stage.run(), "enough"));
        assertThat(stage.nth(Fact.CallsCancelled.class, Topic.CALL_CANCELS, 1).calls())
                .containsExactly(call);
        stage.reader()
                .get("/internal/runs/" + stage.run())
                .then()
                .body("status", equalTo("cancelling"));
        stage.says(1, "Late.");
        assertThat(stage.seen(ClientEvent.RunCancelled.class).reason()).isEqualTo("enough");
    }

    @Test
    void aCancellationThatComesFirstWaitsForItsRun() {
        stage.send(new RunCommand.RunCancelRequested(stage.run(), "enough"));
        stage.request(Specs.of("handoff"));
        assertThat(stage.seen(ClientEvent.RunCancelled.class).version()).isEqualTo(3);
    }

    @Test
    void onlyTheTenantThatAskedSeesTheRun() {
        stage.request(Specs.of("handoff"));
        stage.seen(ClientEvent.RunStarted.class);
        for (var path : new String[] {"", "/events", "/timeline"}) {
            stage.as("stranger", "runs:read")
                    .get("/internal/runs/" + stage.run() + path)
                    .then()
                    .statusCode(404);
            stage.as("acme", "keys:read")
                    .get("/internal/runs/" + stage.run() + path)
                    .then()
                    .statusCode(403);
        }
        stage.as("stranger", "runs:read")
                .get("/internal/runs?id=" + stage.run())
                .then()
                .body("runs", hasSize(0));
        stage.reader()
                .get("/internal/runs?id=" + stage.run() + "&id=" + UUID.randomUUID())
                .then()
                .body("runs.id", contains(stage.run().toString()));
        stage.reader().get("/internal/runs/nonsense").then().statusCode(400);
    }
}
