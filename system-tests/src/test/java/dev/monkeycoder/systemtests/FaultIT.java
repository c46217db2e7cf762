package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.ClientEvent;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a vendor does wrong, and what a client changes its mind about, through the whole mesh.
///
/// The faults are given to a vendor that no other test asks, so that its breaker is of no account
/// to them.
@ExtendWith(SharedMesh.Source.class)
class FaultIT {
    private final SharedMesh mesh;
    private final Api api;

    FaultIT(SharedMesh mesh) {
        this.mesh = mesh;
        this.api = mesh.api();
    }

    /// One agent's run, at a vendor that gets what the directive says.
    private static ObjectNode request(String directive) {
        ObjectNode request =
                Json.object()
                        .put("prompt", "Say something. [[sim %s]]".formatted(directive))
                        .put("model", "xai/synthetic");
        request.set("agents", Json.texts("developer"));
        return request;
    }

    private static List<String> outcomes(List<JsonNode> rows) {
        return rows.stream()
                .map(row ->
                        "%d %s%s"
                                .formatted(
                                        row.path("attempt").asInt(),
                                        row.path("outcome").asText(),
                                        row.path("estimated").asBoolean() ? " estimated" : ""))
                .toList();
    }

    @Test
    void aVendorThatAsksToWaitIsAskedAgainWhenItSaid() {
        JsonNode run =
                api.submitAndFinish(request("tokens=7 fault=429 retry_after=2 id=fault-429"));
        List<JsonNode> requests = mesh.simulator().requests("id=fault-429");
        assertThat(requests).map(it -> it.path("status").asInt()).containsExactly(429, 200);
        Instant refused = Instant.parse(requests.getFirst().path("time").asText());
        Instant again = Instant.parse(requests.getLast().path("time").asText());
        assertThat(Duration.between(refused, again)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        List<JsonNode> rows = api.ledger(run.path("id").asText(), 2);
        assertThat(outcomes(rows)).containsExactly("1 failed", "2 completed");
        assertThat(rows.getFirst().path("cost_micros").asLong()).isZero();
        assertThat(rows.getLast().path("output_tokens").asLong()).isEqualTo(7);
    }

    @Test
    void anAnswerThatWasCutOffBeginsAnew() {
        try (Follower follower =
                Follower.submit(
                        api, request("tokens=60 tps=200 fault=cut after_chunks=20 id=fault-cut"))) {
            Folded folded = Folded.of(follower.toEnd());
            JsonNode run = api.finished(follower.run());
            assertThat(folded.restarts()).isEqualTo(1);
            assertThat(folded.messages())
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.attempt()).isEqualTo(2);
                        assertThat(message.text()).isEqualTo(run.path("answer").asText());
                    });
            List<JsonNode> rows = api.ledger(follower.run(), 2);
            assertThat(outcomes(rows)).containsExactly("1 cut estimated", "2 completed");
            assertThat(rows.getFirst().path("output_tokens").asLong()).isBetween(1L, 40L);
            assertThat(rows.getLast().path("output_tokens").asLong()).isEqualTo(60);
            assertThat(rows.stream().mapToLong(row -> row.path("cost_micros").asLong()).sum())
                    .isEqualTo(run.path("cost_micros").asLong());
        }
    }

    @Test
    void aVendorThatFailsEachTimeFailsTheRunAndSaysSo() {
        try (Follower follower = Follower.submit(api, request("fault=500 times=3 id=fault-500"))) {
            ClientEvent.RunFailed failed =
                    Folded.of(follower.toEnd()).only(ClientEvent.RunFailed.class);
            JsonNode run = api.ended(follower.run());
            assertThat(run.path("status").asText()).isEqualTo("failed");
            assertThat(run.path("failure").path("kind").asText()).isEqualTo("unavailable");
            assertThat(run.path("failure").path("detail").asText())
                    .isEqualTo(failed.failure().detail())
                    .contains("xai", "500", "3 attempts");
            assertThat(run.has("answer")).isFalse();
            assertThat(mesh.simulator().requests("id=fault-500")).hasSize(3);
            assertThat(outcomes(api.ledger(follower.run(), 3)))
                    .containsExactly("1 failed", "2 failed", "3 failed");
        }
    }

    @Test
    void aCancelledRunStopsTheVendorAndIsBooked() {
        try (Follower follower =
                Follower.submit(api, request("tokens=5000 tps=20 id=fault-cancel"))) {
            follower.await("text", 1, got -> got.is(ClientEvent.TextDelta.class));
            api.cancel(follower.run());
            Folded folded = Folded.of(follower.toEnd());
            folded.only(ClientEvent.RunCancelling.class);
            folded.only(ClientEvent.RunCancelled.class);
            assertThat(api.run(follower.run()).path("status").asText()).isEqualTo("cancelled");
            mesh.simulator()
                    .await(
                            "id=fault-cancel",
                            all ->
                                    all.size() == 1
                                            && all.getFirst()
                                                    .path("outcome")
                                                    .asText()
                                                    .equals("cancelled-by-client"));
            List<JsonNode> rows = api.ledger(follower.run(), 1);
            assertThat(outcomes(rows)).containsExactly("1 cancelled estimated");
            assertThat(rows.getFirst().path("output_tokens").asLong()).isLessThan(5000);
            assertThat(rows.getFirst().path("cost_micros").asLong())
                    .isEqualTo(api.run(follower.run()).path("cost_micros").asLong());
        }
    }

    @Test
    void theSameRequestUnderOneIdempotencyKeyIsOneRun() {
        ObjectNode request = request("tokens=3 id=fault-twice");
        Response first = keyed(request);
        Response second = keyed(request);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        String id = Json.tree(first.asString()).path("id").asText();
        assertThat(Json.tree(second.asString()).path("id").asText()).isEqualTo(id);
        Response other = keyed(request.put("temperature", 0.5));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.contentType()).startsWith("application/problem+json");
        assertThat(other.asString()).contains("/problems/idempotency-mismatch");
        api.finished(id);
        assertThat(mesh.simulator().requests("id=fault-twice")).hasSize(1);
    }

    private Response keyed(ObjectNode request) {
        return api.request()
                .contentType("application/json")
                .header("Idempotency-Key", "fault-it-twice")
                .body(request.toString())
                .post("/api/v1/runs");
    }
}
