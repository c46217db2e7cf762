package dev.monkeycoder.gateway.api;

import static dev.monkeycoder.gateway.api.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.gateway.mesh.FakeAuth;
import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every endpoint that exists, as the OpenAPI document lists them.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class SecurityQuarkusTest {
    private static final Pattern SCOPE = Pattern.compile("`([a-z]+:[a-z]+)`");

    private FakeMesh mesh;

    private record Endpoint(String method, String path, List<String> scopes, String bodyType) {
        Response ask(RequestSpecification with) {
            var request =
                    bodyType.isEmpty()
                            ? with
                            : with.contentType(bodyType)
                                    .body("{}".getBytes(StandardCharsets.UTF_8));
            return request.request(method, path);
        }
    }

    @BeforeEach
    void up() {
        mesh = FakeMesh.up();
    }

    @Test
    void everyEndpointRefusesWhoShowsNothing() {
        endpoints().forEach(endpoint -> problem(endpoint.ask(given()), 401, "unauthenticated"));
    }

    @Test
    void everyEndpointRefusesWhatIsNoGoodCredential() {
        var revoked = "mk_" + UUID.randomUUID();
        mesh.auth().grant(revoked, "security", "key:revoked", FakeAuth.ALL);
        mesh.auth().revoke(revoked);
        for (var endpoint : endpoints()) {
            for (var header :
                    List.of(
                            "Bearer mk_never_issued_" + UUID.randomUUID(),
                            "Bearer " + revoked,
                            "Bearer x",
                            "Basic bWs6bWs=",
                            "Bearer a.b.c")) {
                problem(
                        endpoint.ask(given().header("Authorization", header)),
                        401,
                        "unauthenticated");
            }
        }
    }

    @Test
    void everyEndpointRefusesAKeyThatLacksItsScope() {
        for (var endpoint : endpoints()) {
            assertThat(endpoint.scopes()).as("scopes of %s", endpoint).isNotEmpty();
            var others = new ArrayList<>(FakeAuth.ALL);
            others.remove(endpoint.scopes().getFirst());
            var key = "mk_" + UUID.randomUUID();
            mesh.auth().grant(key, "security", "key:" + UUID.randomUUID(), others);
            problem(endpoint.ask(Api.as(key)), 403, "forbidden");
        }
    }

    @Test
    void everyEndpointLetsInWhoHasItsScopes() {
        for (var endpoint : endpoints()) {
            var key = "mk_" + UUID.randomUUID();
            mesh.auth().grant(key, "security", "key:" + UUID.randomUUID(), endpoint.scopes());
            assertThat(endpoint.ask(Api.as(key)).statusCode())
                    .as("%s", endpoint)
                    .isNotIn(401, 403, 405, 500);
        }
    }

    @Test
    void healthMetricsAndTheDocumentAreOpenByName() {
        for (var path : List.of("/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(given().get("/q/dev").statusCode()).isEqualTo(404);
    }

    private static List<Endpoint> endpoints() {
        JsonPath document = given().accept("application/json").get("/q/openapi").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        var endpoints = new ArrayList<Endpoint>();
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) ->
                        endpoints.add(
                                new Endpoint(
                                        method,
                                        path.replace(
                                                "{id}", "0198a000-0000-7000-8000-00000000000a"),
                                        SCOPE.matcher(String.valueOf(operation.get("description")))
                                                .results()
                                                .map(match -> match.group(1))
                                                .toList(),
                                        bodyType(operation)))));
        assertThat(endpoints).hasSizeGreaterThan(12);
        return endpoints;
    }

    private static String bodyType(Map<String, Object> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body
                        && body.get("content") instanceof Map<?, ?> content
                ? String.valueOf(content.keySet().iterator().next())
                : "";
    }
}
