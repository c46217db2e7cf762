package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The gateway's API (or the door of another service), with one credential.
///
/// @param credential what goes into `Authorization: Bearer`; empty for none
record Api(URI base, String credential) {
    private static final Set<String> ENDED = Set.of("finished", "failed", "cancelled");

    Api with(String other) {
        return new Api(base, other);
    }

    RequestSpecification request() {
        RequestSpecification request =
                RestAssured.given().baseUri(base.toString()).urlEncodingEnabled(false);
        return credential.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + credential);
    }

    Response get(String path) {
        return request().get(path);
    }

    Response delete(String path) {
        return request().delete(path);
    }

    Response post(String path, ObjectNode body) {
        return request().contentType("application/json").body(body.toString()).post(path);
    }

    /// What is there, or the test fails.
    JsonNode read(String path) {
        Response response = get(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(200);
        return Json.tree(response.asString());
    }

    /// Asks for a run.
    ///
    /// @return its id
    String submit(ObjectNode request) {
        Response response = post("/api/v1/runs", request);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        return Json.tree(response.asString()).path("id").asText();
    }

    JsonNode run(String id) {
        return read("/api/v1/runs/" + id);
    }

    /// The run once it has ended, however it did.
    JsonNode ended(String id) {
        return Awaitility.await("the end of run " + id)
                .atMost(SharedMesh.PATIENCE)
                .until(() -> run(id), run -> ENDED.contains(run.path("status").asText()));
    }

    /// The same, of a run that must end well.
    JsonNode finished(String id) {
        JsonNode run = ended(id);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        return run;
    }

    JsonNode submitAndFinish(ObjectNode request) {
        return finished(submit(request));
    }

    void cancel(String id) {
        Response response = post("/api/v1/runs/" + id + "/cancel", Json.object());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
    }

    /// The ledger's rows of a run, as soon as there are at least so many.
    List<JsonNode> ledger(String id, int count) {
        return Awaitility.await("the ledger of run " + id)
                .atMost(SharedMesh.PATIENCE)
                .until(() -> usage(id), rows -> rows.size() >= count);
    }

    private List<JsonNode> usage(String id) {
        return read("/api/v1/runs/" + id + "/usage").path("rows").valueStream().toList();
    }

    /// Uploads a tar.
    ///
    /// @return the workspace's id
    String upload(byte[] tar) {
        Response response =
                request().contentType("application/x-tar").body(tar).post("/api/v1/workspaces");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return Json.tree(response.asString()).path("id").asText();
    }

    Stream<JsonNode> changes(String workspace) {
        return read("/api/v1/workspaces/" + workspace).path("changes").valueStream();
    }

    /// Makes a key.
    ///
    /// @param seconds how long it is good; 0: until it is revoked
    NewKey makeKey(String name, int seconds, List<String> scopes) {
        ObjectNode body = Json.object().put("name", name);
        scopes.forEach(body.putArray("scopes")::add);
        if (seconds > 0) {
            body.put("expires_in_seconds", seconds);
        }
        Response response = post("/api/v1/auth/keys", body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        JsonNode made = Json.tree(response.asString());
        return new NewKey(made.path("id").asText(), made.path("key").asText());
    }

    record NewKey(String id, String secret) {}
}
