package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.ToolFinished;
import dev.monkeycoder.events.ClientEvent.ToolStarted;
import dev.monkeycoder.mesh.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Each service is killed once in the middle of the demo's run, at a moment that the client sees,
/// and started again. The run ends finished, and nothing of it is there twice: counted in the
/// workspace, the session, the ledger and the vendor's own log.
@ExtendWith(SharedMesh.Source.class)
class CrashIT {
    private static final int MODEL_CALLS = 19;
    private static final int WRITES = 9;

    private final SharedMesh mesh;
    private final Api api;
    private final UUID session = UUID.randomUUID();

    @TempDir private Path folder = Path.of("");

    CrashIT(SharedMesh mesh) {
        this.mesh = mesh;
        this.api = mesh.api();
    }

    /// When a service is killed.
    ///
    /// @param count the how manieth such event it is
    private record Moment(String what, int count, Predicate<Follower.Got> event) {}

    /// What is left of a run whose service was killed.
    private record Aftermath(
            JsonNode run, Folded folded, List<JsonNode> requests, int connections) {
        String id() {
            return run.path("id").asText();
        }
    }

    @Test
    void theOrchestratorDiesBetweenTwoTools() {
        Aftermath after =
                crash(
                        Part.ORCHESTRATOR,
                        "id=crash-orchestrator",
                        new Moment("tool.finished", 2, got -> got.is(ToolFinished.class)));
        assertThat(after.connections()).as("the client's stream goes on").isEqualTo(1);
        assertThat(after.folded().restarts()).isZero();
        onceEach(after, MODEL_CALLS);
        TraceTree trace =
                TraceTree.whole(
                        mesh.running(),
                        after.run().path("trace_id").asText(),
                        tree -> tree.named("invoke_agent reviewer").size() >= 2);
        assertThat(trace.named("invoke_workflow handoff/1")).hasSize(1);
        assertThat(trace.named("invoke_agent planner")).hasSize(1);
        assertThat(trace.named("invoke_agent developer")).hasSize(2);
    }

    @Test
    void theProviderDiesInTheMiddleOfAnAnswer() {
        Aftermath after =
                crash(
                        Part.PROVIDER,
                        "tps=1500 id=crash-provider",
                        new Moment("third answer of turn 2", 3, got -> begins(got, 2)));
        assertThat(after.connections()).isEqualTo(1);
        assertThat(after.folded().restarts()).isEqualTo(1);
        List<JsonNode> rows = onceEach(after, MODEL_CALLS + 1);
        List<JsonNode> cut =
                rows.stream().filter(row -> row.path("estimated").asBoolean()).toList();
        assertThat(cut).hasSize(1);
        assertThat(cut.getFirst().path("outcome").asText()).isEqualTo("cut");
        assertThat(cut.getFirst().path("attempt").asInt()).isEqualTo(1);
        assertThat(cut.getFirst().path("input_tokens").asLong()).isPositive();
        assertThat(rows)
                .filteredOn(row -> row.path("attempt").asInt() == 2)
                .singleElement()
                .extracting(row -> row.path("call").asText())
                .isEqualTo(cut.getFirst().path("call").asText());
        assertThat(after.requests())
                .filteredOn(request -> !request.path("outcome").asText().equals("completed"))
                .singleElement()
                .extracting(request -> request.path("outcome").asText())
                .isEqualTo("cancelled-by-client");
    }

    @Test
    void theContextServiceDiesWhileAFileIsWritten() {
        Aftermath after =
                crash(
                        Part.CONTEXT,
                        "id=crash-context",
                        new Moment("write_file", 1, CrashIT::startsToWrite));
        assertThat(after.connections()).isEqualTo(1);
        assertThat(after.folded().restarts()).isZero();
        onceEach(after, MODEL_CALLS);
    }

    @Test
    void theGatewayDiesWhileItStreams() {
        Aftermath after =
                crash(
                        Part.GATEWAY,
                        "tps=1500 id=crash-gateway",
                        new Moment("first text of turn 2", 1, got -> begins(got, 2)));
        assertThat(after.connections()).as("the client comes back").isGreaterThan(1);
        assertThat(after.folded().restarts()).isZero();
        onceEach(after, MODEL_CALLS);
    }

    private static boolean begins(Follower.Got got, int turn) {
        return got.is(TextDelta.class)
                && got.event() instanceof TextDelta delta
                && delta.turn() == turn
                && delta.offset() == 0;
    }

    private static boolean startsToWrite(Follower.Got got) {
        return got.is(ToolStarted.class)
                && got.event() instanceof ToolStarted started
                && started.use().name().equals("write_file");
    }

    private Aftermath crash(Part part, String directive, Moment moment) {
        String workspace = api.upload(Bookshop.copy(mesh, folder).tar());
        try (Follower follower =
                Follower.submit(api, DemoRun.request(workspace, session, directive))) {
            follower.await(moment.what(), moment.count(), moment.event());
            mesh.running().kill(part);
            boolean tooLate =
                    follower.events().stream().anyMatch(got -> got.is(ClientEvent.Ended.class));
            mesh.running().start(part);
            assertThat(tooLate).as("the run had ended before the kill").isFalse();
            List<Follower.Got> events = follower.toEnd();
            return new Aftermath(
                    api.finished(follower.run()),
                    Folded.of(events),
                    mesh.simulator().requests(directive.substring(directive.indexOf("id="))),
                    follower.connections());
        }
    }

    /// Holds the run to "once each".
    ///
    /// @param attempts of model calls, as the vendor should have seen them
    /// @return the ledger's rows
    private List<JsonNode> onceEach(Aftermath after, int attempts) {
        assertThat(after.folded().messages()).hasSize(MODEL_CALLS);
        assertThat(after.run().path("steps").asInt()).isEqualTo(MODEL_CALLS);
        assertThat(after.requests()).hasSize(attempts);
        streamsTheSameAgain(after);
        wroteOnce(after);
        rememberedOnce(after);
        return bookedOnce(after, attempts);
    }

    private void streamsTheSameAgain(Aftermath after) {
        try (Follower again = Follower.of(api, after.id())) {
            assertThat(Folded.of(again.toEnd()).durables()).isEqualTo(after.folded().durables());
        }
    }

    private void wroteOnce(Aftermath after) {
        List<ToolFinished> written =
                after.folded().all(ToolFinished.class).stream()
                        .filter(event -> event.changed().isPresent())
                        .toList();
        assertThat(written).hasSize(WRITES);
        JsonNode workspace = after.run().path("workspace");
        assertThat(workspace.path("version").asInt()).isEqualTo(1 + WRITES);
        List<JsonNode> changes = api.changes(workspace.path("id").asText()).toList();
        assertThat(changes)
                .map(change -> change.path("call").asText())
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(event -> event.call().toString()).toList());
        assertThat(changes).map(change -> change.path("version").asInt()).doesNotHaveDuplicates();
    }

    private void rememberedOnce(Aftermath after) {
        String path = "/api/v1/sessions/" + session + "/turns";
        List<JsonNode> turns =
                Awaitility.await("the session's turns")
                        .atMost(SharedMesh.PATIENCE)
                        .until(
                                () -> api.read(path).path("turns").valueStream().toList(),
                                found -> found.size() >= 5);
        assertThat(turns).map(turn -> turn.path("turn").asInt()).containsExactly(1, 2, 3, 4, 5);
        assertThat(turns.getLast().path("answer").asText())
                .isEqualTo(after.run().path("answer").asText());
    }

    private List<JsonNode> bookedOnce(Aftermath after, int attempts) {
        List<JsonNode> rows = api.ledger(after.id(), attempts);
        assertThat(rows).hasSize(attempts);
        assertThat(rows)
                .map(row -> row.path("call").asText() + "#" + row.path("attempt").asInt())
                .doesNotHaveDuplicates();
        assertThat(completed(rows)).hasSize(MODEL_CALLS);
        assertThat(rows.stream().mapToLong(row -> row.path("cost_micros").asLong()).sum())
                .isEqualTo(after.run().path("cost_micros").asLong());
        assertThat(completed(rows).mapToLong(row -> row.path("output_tokens").asLong()).sum())
                .isEqualTo(
                        after.requests().stream()
                                .filter(it -> it.path("outcome").asText().equals("completed"))
                                .mapToLong(request -> request.path("tokens_sent").asLong())
                                .sum());
        return rows;
    }

    private static Stream<JsonNode> completed(List<JsonNode> rows) {
        return rows.stream().filter(row -> row.path("outcome").asText().equals("completed"));
    }
}
