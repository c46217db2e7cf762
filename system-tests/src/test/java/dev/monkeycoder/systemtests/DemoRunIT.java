package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.mesh.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The main job, as the demo does it: a team of agents adds a discount to the bookshop. One run,
/// and all that it must leave behind.
@ExtendWith(SharedMesh.Source.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRunIT {
    /// What the scripted team adds to the project's own tests.
    private static final int DISCOUNT_TESTS = 10;

    private final SharedMesh mesh;
    private final Api api;
    private final UUID session = UUID.randomUUID();
    private final Map<Part, Metrics> before;
    private final DemoRun demo;
    private final JsonNode run;
    private final Folded folded;
    private final List<JsonNode> requests;

    DemoRunIT(SharedMesh mesh, @TempDir Path folder) {
        this.mesh = mesh;
        this.api = mesh.api();
        this.before =
                Map.of(
                        Part.ORCHESTRATOR, mesh.metrics(Part.ORCHESTRATOR),
                        Part.PROVIDER, mesh.metrics(Part.PROVIDER),
                        Part.CONTEXT, mesh.metrics(Part.CONTEXT),
                        Part.AUTH, mesh.metrics(Part.AUTH),
                        Part.GATEWAY, mesh.metrics(Part.GATEWAY));
        this.demo = DemoRun.done(mesh, folder, session, "id=demo-run");
        this.run = demo.view();
        this.folded = demo.folded();
        this.requests = demo.requests();
    }

    @Test
    void theStreamTellsTheRunInOrderAndTheSameAgainAfterwards() {
        assertThat(demo.events().getFirst().type()).isEqualTo("run.accepted");
        assertThat(folded.durables().getFirst()).isInstanceOf(ClientEvent.RunStarted.class);
        assertThat(folded.only(ClientEvent.RunStarted.class).agents())
                .map(Object::toString)
                .containsExactly("planner", "developer", "reviewer");
        assertThat(folded.durables().getLast()).isInstanceOf(ClientEvent.RunFinished.class);
        assertThat(folded.all(ClientEvent.TurnStarted.class))
                .extracting(turn -> turn.turn() + " " + turn.agent())
                .containsExactly(
                        "1 planner", "2 developer", "3 reviewer", "4 developer", "5 reviewer");
        assertThat(folded.all(ClientEvent.HandoffMade.class))
                .extracting(handoff -> handoff.from() + " > " + handoff.to())
                .containsExactly(
                        "planner > developer",
                        "developer > reviewer",
                        "reviewer > developer",
                        "developer > reviewer");
        assertThat(folded.deltas()).isPositive();
        assertThat(folded.restarts()).isZero();
        try (Follower again = Follower.of(api, demo.id())) {
            assertThat(Folded.of(again.toEnd()).durables()).isEqualTo(folded.durables());
        }
    }

    @Test
    void eachModelCallReachedTheVendorOnceAndItsAnswerTheClient() {
        assertThat(requests)
                .hasSizeGreaterThan(15)
                .allSatisfy(request -> {
                    assertThat(request.path("outcome").asText()).isEqualTo("completed");
                    assertThat(request.path("model").asText()).isEqualTo("scripted-bookshop");
                });
        assertThat(folded.messages()).hasSameSizeAs(requests);
        assertThat(run.path("steps").asInt()).isEqualTo(requests.size());
        assertThat(folded.only(ClientEvent.RunFinished.class).answer())
                .isEqualTo(run.path("answer").asText())
                .isEqualTo(folded.messages().getLast().text());
    }

    @Test
    void eachToolCallWasDoneOnce() {
        List<String> asked =
                folded.messages().stream()
                        .flatMap(message -> message.toolUses().stream())
                        .map(ToolUse::name)
                        .filter(tool -> !tool.startsWith("transfer_to_"))
                        .toList();
        assertThat(folded.all(ClientEvent.ToolStarted.class))
                .map(event -> event.use().name())
                .isEqualTo(asked);
        assertThat(folded.all(ClientEvent.ToolFinished.class))
                .hasSameSizeAs(asked)
                .allSatisfy(event -> assertThat(event.error()).as(event.summary()).isFalse());
        long writes =
                Simulator.toolCalls(requests).values().stream()
                        .filter("write_file"::equals)
                        .count();
        assertThat(writes).isEqualTo(9);
        assertThat(run.path("workspace").path("base_version").asInt()).isEqualTo(1);
        assertThat(run.path("workspace").path("version").asLong()).isEqualTo(1 + writes);
        assertThat(folded.only(ClientEvent.RunFinished.class).workspaceVersion())
                .isEqualTo((int) (1 + writes));
        assertThat(api.changes(run.path("workspace").path("id").asText()))
                .map(change -> change.path("call").asText())
                .hasSize((int) writes)
                .doesNotHaveDuplicates();
    }

    @Test
    void theDiffAppliesAndTheProjectsTestsPassWithIt(@TempDir Path folder) {
        Bookshop copy = Bookshop.copy(mesh, folder);
        String diff = api.get("/api/v1/runs/" + demo.id() + "/diff").asString();
        copy.apply(diff);
        assertThat(copy.read("src/main/java/bookshop/Order.java")).contains("discount");
        int tests = copy.test();
        assertThat(tests).isEqualTo(DISCOUNT_TESTS + testsOf(mesh));
    }

    /// The tests that the project has without the run, counted in its sources.
    private static int testsOf(SharedMesh mesh) {
        Path tests = mesh.checkout().resolve("examples/bookshop/src/test/java/bookshop");
        return Sources.below(tests).stream()
                .mapToInt(source -> source.split("@Test\\b", -1).length - 1)
                .sum();
    }

    @Test
    void theLedgerHasEachModelCallWithTheTokensThatTheVendorCounted() {
        List<JsonNode> rows = api.ledger(demo.id(), requests.size());
        assertThat(rows).hasSameSizeAs(requests);
        assertThat(rows)
                .map(row -> row.path("call").asText() + "#" + row.path("attempt").asInt())
                .doesNotHaveDuplicates()
                .allMatch(row -> row.endsWith("#1"));
        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(row.path("estimated").asBoolean()).isFalse();
                    assertThat(row.path("outcome").asText()).isEqualTo("completed");
                });
        assertThat(sum(rows, "output_tokens")).isEqualTo(sum(requests, "tokens_sent"));
        assertThat(sum(rows, "input_tokens")).isEqualTo(run.path("usage").path("input").asLong());
        assertThat(sum(rows, "output_tokens")).isEqualTo(run.path("usage").path("output").asLong());
        assertThat(sum(rows, "cost_micros")).isEqualTo(run.path("cost_micros").asLong());
        // the simulator's prices: 1 dollar a million tokens in, 4 out
        assertThat(run.path("cost_micros").asLong())
                .isEqualTo(
                        run.path("usage").path("input").asLong()
                                + 4 * run.path("usage").path("output").asLong());
        assertThat(sum(run.path("by_agent").valueStream().toList(), "cost_micros"))
                .isEqualTo(run.path("cost_micros").asLong());
    }

    private static long sum(List<JsonNode> rows, String field) {
        return rows.stream().mapToLong(row -> row.path(field).asLong()).sum();
    }

    @Test
    void theSessionHasEachTurnOnce() {
        List<JsonNode> turns =
                Awaitility.await()
                        .atMost(SharedMesh.PATIENCE)
                        .until(this::turns, found -> found.size() >= 5);
        assertThat(turns)
                .map(turn -> turn.path("turn").asInt() + " " + turn.path("agent").asText())
                .containsExactly(
                        "1 planner", "2 developer", "3 reviewer", "4 developer", "5 reviewer");
        assertThat(turns.getLast().path("answer").asText()).isEqualTo(run.path("answer").asText());
        assertThat(turns).allMatch(turn -> turn.path("run").asText().equals(demo.id()));
    }

    private List<JsonNode> turns() {
        var response = api.get("/api/v1/sessions/" + session + "/turns");
        return response.statusCode() == 404
                ? List.of()
                : Json.tree(response.asString()).path("turns").valueStream().toList();
    }

    @Test
    void theTimelineShowsHandoffsToolsAndMoney() {
        List<JsonNode> entries =
                api.read("/api/v1/runs/" + demo.id() + "/timeline")
                        .path("entries")
                        .valueStream()
                        .toList();
        assertThat(entries).map(entry -> entry.path("version").asInt()).isSorted();
        assertThat(of(entries, "handoff.made"))
                .map(entry -> entry.path("title").asText())
                .hasSize(4)
                .startsWith("planner → developer");
        assertThat(of(entries, "tool.finished"))
                .hasSameSizeAs(folded.all(ClientEvent.ToolFinished.class));
        assertThat(of(entries, "message.completed")).hasSameSizeAs(requests);
        assertThat(of(entries, "run.finished"))
                .singleElement()
                .extracting(entry -> entry.path("cost_micros").asLong())
                .isEqualTo(run.path("cost_micros").asLong());
    }

    private static List<JsonNode> of(List<JsonNode> entries, String kind) {
        return entries.stream().filter(entry -> entry.path("kind").asText().equals(kind)).toList();
    }

    @Test
    void eachServiceCountedItsPart() {
        Awaitility.await().atMost(SharedMesh.PATIENCE).untilAsserted(this::counted);
    }

    private void counted() {
        assertThat(more(Part.ORCHESTRATOR, "monkey_runs_ended_total", "status=\"finished\""))
                .isEqualTo(1);
        assertThat(more(Part.ORCHESTRATOR, "monkey_handoffs_total")).isEqualTo(4);
        assertThat(more(Part.PROVIDER, "gen_ai_client_token_usage_sum", "type=\"output\""))
                .isEqualTo(run.path("usage").path("output").asDouble());
        assertThat(more(Part.CONTEXT, "gen_ai_execute_tool_duration_seconds_count"))
                .isEqualTo(folded.all(ClientEvent.ToolFinished.class).size());
        assertThat(more(Part.AUTH, "monkey_events_handled_total", "channel=\"usage\""))
                .isEqualTo(requests.size());
        assertThat(more(Part.GATEWAY, "monkey_stream_events_sent_total"))
                .isGreaterThanOrEqualTo(demo.events().size() - 1.0);
    }

    private double more(Part part, String name, String... labels) {
        return mesh.metrics(part).sum(name, labels) - before(part).sum(name, labels);
    }

    private Metrics before(Part part) {
        return Optional.ofNullable(before.get(part)).orElseThrow();
    }
}
