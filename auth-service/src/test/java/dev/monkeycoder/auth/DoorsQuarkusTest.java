package dev.monkeycoder.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every door is shut by default.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class DoorsQuarkusTest {
    private static final String[] ALL_BUT_USAGE = {
        "runs:read", "runs:write", "workspaces:read", "workspaces:write", "keys:read", "keys:write"
    };

    @ParameterizedTest
    @CsvSource({
        "GET, /internal/keys, keys:read",
        "POST, /internal/keys, keys:write",
        "DELETE, /internal/keys/abcdefgh2345, keys:write",
        "GET, /internal/usage?run=0190a5d2-6f5c-7000-8000-000000000000, usage:read"
    })
    void endpointWantsAGoodTokenWithItsScope(String method, String path, String scope) {
        status(given(), method, path, 401);
        status(given().header("Authorization", "Bearer nonsense"), method, path, 401);
        status(bearer(Tokens.expired("acme", "user:1", scope)), method, path, 401);
        status(bearer(Tokens.forged("acme", "user:1", scope)), method, path, 401);
        var others =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(ALL_BUT_USAGE),
                                java.util.stream.Stream.of("usage:read"))
                        .filter(other -> !other.equals(scope))
                        .toArray(String[]::new);
        status(bearer(Tokens.mint("acme", "user:1", others)), method, path, 403);
        status(bearer(Tokens.mint("acme", "user:1", "*")), method, path, 403);
        var opened = bearer(Tokens.mint("acme", "user:1", scope)).request(method, path);
        assertThat(opened.statusCode()).isNotIn(401, 403);
    }

    @Test
    void pathThatIsNotThereIsAProblemToo() {
        bearer(Tokens.mint("acme", "user:1", ALL_BUT_USAGE))
                .get("/internal/nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void healthAndMetricsAreOpen() {
        given().get("/q/health/live").then().statusCode(200);
        Api.exchangeKey("mk_unknown").then().statusCode(401);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("monkey_exchanges_total{outcome=\"invalid_request\""));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void status(
            RequestSpecification request, String method, String path, int status) {
        request.contentType("application/json")
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
