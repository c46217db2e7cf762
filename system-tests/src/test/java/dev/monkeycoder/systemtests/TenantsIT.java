package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two tenants on one mesh: what belongs to one does not exist for the other.
@ExtendWith(SharedMesh.Source.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantsIT {
    private static final String SECRET = "The vault is behind the clock.";

    private final SharedMesh mesh;
    private final Api owner;
    private final Api rival;
    private final String session = UUID.randomUUID().toString();
    private final String workspace;
    private final String run;
    private final Api.NewKey key;

    TenantsIT(SharedMesh mesh) {
        this.mesh = mesh;
        this.owner = mesh.api();
        this.rival = mesh.api(Tenants.make(mesh, "rival"));
        this.workspace =
                owner.upload(Bookshop.Tar.of(List.of(new Bookshop.Tar.File("vault.txt", SECRET))));
        ObjectNode request = request(SECRET + " [[sim id=tenants]]");
        this.run =
                owner.submitAndFinish(
                                request.put("workspace", workspace).put("session_id", session))
                        .path("id")
                        .asText();
        this.key = owner.makeKey("of the owner", 0, List.of("runs:read"));
        Awaitility.await()
                .atMost(SharedMesh.PATIENCE)
                .until(() -> owner.get(turns()).statusCode() == 200);
    }

    private static ObjectNode request(String prompt) {
        ObjectNode request = Json.object().put("prompt", prompt).put("model", "echo");
        request.set("agents", Json.texts("developer"));
        return request;
    }

    private String turns() {
        return "/api/v1/sessions/" + session + "/turns";
    }

    private List<String> paths() {
        String ofRun = "/api/v1/runs/" + run;
        String ofWorkspace = "/api/v1/workspaces/" + workspace;
        return List.of(
                ofRun,
                ofRun + "/events",
                ofRun + "/timeline",
                ofRun + "/diff",
                ofRun + "/usage",
                ofWorkspace,
                ofWorkspace + "/archive",
                turns());
    }

    @Test
    void whatTheOwnerReadsIsNotThereForTheRival() {
        for (String path : paths()) {
            assertThat(owner.get(path).statusCode()).as(path).isEqualTo(200);
            var refused = rival.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.asString()).contains("/problems/not-found").doesNotContain(SECRET);
        }
    }

    @Test
    void theRivalsListsAreEmptyOfIt() {
        assertThat(owner.read("/api/v1/runs?limit=100").toString()).contains(run);
        assertThat(rival.read("/api/v1/runs?limit=100").path("runs")).isEmpty();
        assertThat(owner.read("/api/v1/auth/keys").toString()).contains(key.id());
        assertThat(rival.read("/api/v1/auth/keys").path("keys")).hasSize(1);
    }

    @Test
    void theRivalChangesNothingOfTheOwners() {
        assertThat(rival.post("/api/v1/runs/" + run + "/cancel", Json.object()).statusCode())
                .isEqualTo(404);
        assertThat(rival.delete("/api/v1/auth/keys/" + key.id()).statusCode()).isEqualTo(404);
        assertThat(mesh.api(key.secret()).get("/api/v1/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void theRivalsRunCanNotUseTheOwnersWorkspace() {
        JsonNode failed =
                rival.ended(
                        rival.submit(
                                request("Open it. [[sim id=rival-workspace]]")
                                        .put("workspace", workspace)));
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("failure").path("kind").asText()).isEqualTo("invalid");
        assertThat(mesh.simulator().requests("id=rival-workspace")).isEmpty();
    }

    @Test
    void theRivalsRunDoesNotHearTheOwnersSession() {
        rival.submitAndFinish(
                request("What was said? [[sim id=rival-session]]").put("session_id", session));
        JsonNode sent = mesh.simulator().request("id=rival-session");
        assertThat(Simulator.text(sent, "user")).hasSize(1);
        assertThat(sent.path("body").toString()).doesNotContain(SECRET);
        assertThat(owner.read(turns()).path("turns")).hasSize(1);
    }

    @Test
    void theSameIdempotencyKeyIsAnotherOneForTheRival() {
        assertThat(keyed(owner).path("id").asText()).isEqualTo(keyed(owner).path("id").asText());
        assertThat(keyed(rival).path("id").asText()).isNotEqualTo(keyed(owner).path("id").asText());
    }

    private static JsonNode keyed(Api api) {
        return Json.tree(
                api.request()
                        .contentType("application/json")
                        .header("Idempotency-Key", "shared-by-chance")
                        .body(request("Once. [[sim id=keyed]]").toString())
                        .post("/api/v1/runs")
                        .asString());
    }
}
