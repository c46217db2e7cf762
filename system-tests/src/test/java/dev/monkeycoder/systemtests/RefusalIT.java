package dev.monkeycoder.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.systemtests.OpenApi.Operation;
import dev.monkeycoder.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who has no right gets in nowhere: the endpoints are those of the gateway's own description and
/// of the services' compiled classes, so that a new one is held to the same.
@ExtendWith(SharedMesh.Source.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalIT {
    private static final List<String> SCOPES =
            List.of(
                    "runs:read",
                    "runs:write",
                    "workspaces:read",
                    "workspaces:write",
                    "keys:read",
                    "keys:write",
                    "usage:read");

    /// All that a token has, but signed by another key.
    private static final String FORGED =
            Tokens.mint("default", "key:abc", SCOPES.toArray(String[]::new));

    private final SharedMesh mesh;
    private final Api api;
    private final List<Operation> operations;
    private final List<InternalApi.Endpoint> inside;
    private final String run;

    RefusalIT(SharedMesh mesh) {
        this.mesh = mesh;
        this.api = mesh.api();
        this.operations = OpenApi.of(mesh).operations();
        this.inside = InternalApi.endpoints(mesh);
        ObjectNode request = Json.object().put("prompt", "Hello. [[sim id=refusal]]");
        this.run = api.submitAndFinish(request.put("model", "echo")).path("id").asText();
    }

    @Test
    void theDescriptionHasTheWholeApi() {
        assertThat(operations)
                .map(Operation::toString)
                .contains(
                        "POST /api/v1/runs",
                        "GET /api/v1/runs",
                        "GET /api/v1/runs/{id}",
                        "GET /api/v1/runs/{id}/events",
                        "GET /api/v1/runs/{id}/timeline",
                        "GET /api/v1/runs/{id}/diff",
                        "GET /api/v1/runs/{id}/usage",
                        "POST /api/v1/runs/{id}/cancel",
                        "POST /api/v1/workspaces",
                        "GET /api/v1/auth/keys",
                        "DELETE /api/v1/auth/keys/{id}");
        assertThat(operations)
                .allSatisfy(it -> assertThat(it.scopes()).as(it.toString()).isNotEmpty());
    }

    @Test
    void aGoodKeyIsRefusedNowhere() {
        assertThat(operations)
                .allSatisfy(it ->
                        assertThat(ask(api, it).statusCode())
                                .as(it.toString())
                                .isNotIn(401, 403, 500, 503));
    }

    @Test
    void noCredentialOpensNothing() {
        refusedEverywhere("");
    }

    @Test
    void aKeyThatWasNeverIssuedOpensNothing() {
        String good = api.credential();
        refusedEverywhere("mk_neverissued0_" + "A".repeat(43));
        refusedEverywhere(good.substring(0, good.length() - 43) + "A".repeat(43));
        refusedEverywhere("mk_anything-with-the-right-prefix");
        refusedEverywhere("hunter2");
    }

    @Test
    void aRevokedKeyOpensNothing() {
        Api.NewKey key = api.makeKey("to be revoked", 0, List.of("*"));
        Api owner = api.with(key.secret());
        assertThat(owner.get("/api/v1/runs").statusCode()).isEqualTo(200);
        assertThat(api.delete("/api/v1/auth/keys/" + key.id()).statusCode()).isEqualTo(204);
        awaitRefusal(owner);
        refusedEverywhere(key.secret());
    }

    @Test
    void anExpiredKeyOpensNothing() {
        Api.NewKey key = api.makeKey("of one second", 1, List.of("*"));
        awaitRefusal(api.with(key.secret()));
        refusedEverywhere(key.secret());
    }

    private static void awaitRefusal(Api owner) {
        Awaitility.await("the end of the key")
                .atMost(SharedMesh.PATIENCE)
                .until(() -> owner.get("/api/v1/runs").statusCode() == 401);
    }

    @Test
    void aKeyWithoutTheScopeOpensNothingThatNeedsIt() {
        Map<Set<String>, String> keys = new HashMap<>();
        for (Operation operation : operations) {
            for (String needed : operation.scopes()) {
                String key = keys.computeIfAbsent(Set.of(needed), this::without);
                refused(ask(api.with(key), operation), 403, "/problems/forbidden", operation);
            }
        }
        assertThat(keys).hasSize(SCOPES.size());
    }

    private String without(Set<String> missing) {
        List<String> others = new ArrayList<>(SCOPES);
        others.removeAll(missing);
        return api.makeKey("all but " + missing, 0, others).secret();
    }

    /// From outside it can only be a login, which nobody can verify while Keycloak is away.
    @Test
    void aTokenOfTheInsideOpensNothingFromOutside() {
        for (String token : List.of(token(api.credential()), FORGED)) {
            for (Operation operation : operations) {
                assertThat(ask(api.with(token), operation).statusCode())
                        .as(operation.toString())
                        .isIn(401, 503);
            }
        }
    }

    private void refusedEverywhere(String credential) {
        for (Operation operation : operations) {
            refused(
                    ask(api.with(credential), operation),
                    401,
                    "/problems/unauthenticated",
                    operation);
        }
    }

    private static void refused(Response response, int status, String type, Operation operation) {
        assertThat(response.statusCode()).as(operation.toString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonNode problem = Json.tree(response.asString());
        assertThat(problem.path("type").asText()).isEqualTo(type);
        assertThat(problem.path("trace").asText()).matches("[0-9a-f]{32}");
    }

    private Response ask(Api as, Operation operation) {
        RequestSpecification request = as.request();
        operation
                .contentType()
                .ifPresent(type -> request.contentType(type).body("{}".getBytes(UTF_8)));
        return request.request(operation.method(), operation.path(run));
    }

    @Test
    void healthMetricsAndTheDescriptionAreTheOnlyOpenDoors() {
        Api nobody = api.with("");
        for (String open :
                List.of("/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi")) {
            assertThat(nobody.get(open).statusCode()).as(open).isEqualTo(200);
        }
        assertThat(inside)
                .filteredOn(endpoint -> endpoint.scopes().isEmpty())
                .map(InternalApi.Endpoint::toString)
                .containsExactly("auth: POST /internal/tokens");
        assertThat(
                        mesh.inside(Part.AUTH, "")
                                .request()
                                .formParam("x", "y")
                                .post("/internal/tokens"))
                .extracting(Response::statusCode)
                .isEqualTo(400);
    }

    @Test
    void theInsideTakesOnlyItsOwnTokens() {
        List<InternalApi.Endpoint> endpoints =
                inside.stream().filter(it -> !it.scopes().isEmpty()).toList();
        assertThat(endpoints)
                .map(InternalApi.Endpoint::service)
                .contains(Part.AUTH, Part.CONTEXT, Part.ORCHESTRATOR);
        for (InternalApi.Endpoint endpoint : endpoints) {
            for (String bad : List.of("", "hunter2", FORGED, api.credential())) {
                assertThat(asked(endpoint, bad)).as(endpoint.toString()).isEqualTo(401);
            }
            assertThat(asked(endpoint, token(without(endpoint.scopes()))))
                    .as(endpoint.toString())
                    .isEqualTo(403);
        }
    }

    private int asked(InternalApi.Endpoint endpoint, String token) {
        RequestSpecification request = mesh.inside(endpoint.service(), token).request();
        endpoint.contentType()
                .ifPresent(type -> request.contentType(type).body("{}".getBytes(UTF_8)));
        return request.request(
                        endpoint.method(),
                        endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .statusCode();
    }

    /// What auth-service gives for a key, for use inside.
    private String token(String key) {
        Response response =
                mesh.inside(Part.AUTH, "")
                        .request()
                        .formParam("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                        .formParam("subject_token", key)
                        .formParam("subject_token_type", "urn:monkey:params:token-type:api-key")
                        .post("/internal/tokens");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Json.tree(response.asString()).path("access_token").asText();
    }
}
