package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.PartStatus;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the mesh says and does while one of its parts is gone, and after it is back.
@ExtendWith(SharedMesh.Source.class)
class DoorsIT {
    private static final List<Part> ON_THE_DATABASE =
            List.of(Part.ORCHESTRATOR, Part.PROVIDER, Part.CONTEXT, Part.AUTH);

    private final SharedMesh mesh;
    private final Api api;

    DoorsIT(SharedMesh mesh) {
        this.mesh = mesh;
        this.api = mesh.api();
    }

    private static ObjectNode request(String mark) {
        ObjectNode request =
                Json.object()
                        .put("prompt", "Say it back. [[sim %s]]".formatted(mark))
                        .put("model", "echo");
        request.set("agents", Json.texts("developer"));
        return request;
    }

    @Test
    void withoutTheOrchestratorRunsAreTakenAndNotRead() {
        String[] runs = new String[2];
        mesh.without(
                Part.ORCHESTRATOR,
                () -> {
                    runs[0] = api.submit(request("id=doors-later"));
                    runs[1] = api.submit(request("id=doors-never"));
                    api.cancel(runs[1]);
                    gone(api.get("/api/v1/runs/" + runs[0]), "orchestrator-service");
                    gone(api.get("/api/v1/runs/" + runs[0] + "/timeline"), "orchestrator-service");
                    JsonNode health = health(Part.GATEWAY);
                    assertThat(health.path("door.read runs").asBoolean()).isFalse();
                    assertThat(health.path("door.ask for runs").asBoolean()).isTrue();
                    assertThat(health.path("door.workspaces").asBoolean()).isTrue();
                });
        api.finished(runs[0]);
        assertThat(mesh.simulator().requests("id=doors-later")).hasSize(1);
        assertThat(api.ended(runs[1]).path("status").asText()).isEqualTo("cancelled");
        assertThat(mesh.simulator().requests("id=doors-never")).isEmpty();
        assertThat(health(Part.GATEWAY).path("door.read runs").asBoolean()).isTrue();
    }

    @Test
    void withoutTheDatabaseReadinessIsFalseAndTurnsBackWithoutARestart() {
        Map<Part, Long> before = processes();
        mesh.without(
                Part.POSTGRES,
                () -> {
                    ON_THE_DATABASE.forEach(part -> awaitReadiness(part, 503));
                    ON_THE_DATABASE.forEach(part ->
                            assertThat(mesh.inside(part, "").get("/q/health/live"))
                                    .extracting(Response::statusCode)
                                    .isEqualTo(200));
                    gone(api.post("/api/v1/runs", request("id=doors-refused")), "database");
                });
        ON_THE_DATABASE.forEach(part -> awaitReadiness(part, 200));
        assertThat(processes()).isEqualTo(before);
        api.submitAndFinish(request("id=doors-database"));
        assertThat(mesh.simulator().requests("id=doors-refused")).isEmpty();
    }

    @Test
    void withoutKafkaRunsAreTakenAndDoneLater() {
        String[] run = new String[1];
        mesh.without(Part.KAFKA, () -> run[0] = api.submit(request("id=doors-kafka")));
        api.finished(run[0]);
        assertThat(mesh.simulator().requests("id=doors-kafka")).hasSize(1);
        assertThat(api.ledger(run[0], 1)).hasSize(1);
    }

    private static void gone(Response answer, String part) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        JsonNode problem = Json.tree(answer.asString());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(problem.path("detail").asText()).contains(part);
    }

    private void awaitReadiness(Part part, int status) {
        Awaitility.await(part.title() + " to answer " + status)
                .atMost(SharedMesh.PATIENCE)
                .until(() -> mesh.inside(part, "").get("/q/health/ready").statusCode() == status);
    }

    /// What a service says of its doors.
    private JsonNode health(Part part) {
        return Json.tree(mesh.inside(part, "").get("/q/health/ready").asString())
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asText().equals("doors"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    private Map<Part, Long> processes() {
        return mesh.running().status().stream()
                .filter(status -> ON_THE_DATABASE.contains(status.part()))
                .collect(Collectors.toMap(PartStatus::part, status -> status.pid().orElseThrow()));
    }
}
