package dev.monkeycoder.auth.token;

import static dev.monkeycoder.auth.Api.claims;
import static dev.monkeycoder.auth.Api.exchange;
import static dev.monkeycoder.auth.Api.exchangeKey;
import static dev.monkeycoder.auth.Api.exchangeLogin;
import static dev.monkeycoder.auth.Api.id;
import static dev.monkeycoder.auth.Api.keys;
import static dev.monkeycoder.auth.Api.makeKey;
import static dev.monkeycoder.auth.Api.newKey;
import static dev.monkeycoder.auth.Api.revoke;
import static dev.monkeycoder.auth.Api.tokenOf;
import static dev.monkeycoder.auth.Api.unsignedLogin;
import static dev.monkeycoder.auth.Api.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.monkeycoder.auth.MovableClock;
import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class ExchangeQuarkusTest {
    @Inject MovableClock clock;

    @AfterEach
    void clockIsRight() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void keyGivesATokenWithItsTenantCallerAndScopes() {
        var key = newKey(admin(), "runs:*", "usage:read");
        var answer =
                exchangeKey(key)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("token_type", equalTo("Bearer"))
                        .body("issued_token_type", equalTo(ExchangeRequest.ACCESS_TOKEN))
                        .body("expires_in", lessThanOrEqualTo(300))
                        .body("expires_in", greaterThan(200))
                        .body("scope", equalTo("runs:read runs:write usage:read"))
                        .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.getString("iss")).isEqualTo("monkey-auth");
        assertThat(claims.getString("aud")).isEqualTo("monkey");
        assertThat(claims.getString("sub")).isEqualTo("key:" + id(key));
        assertThat(claims.getString("tenant")).isEqualTo("exchange");
        assertThat(claims.getList("groups"))
                .isEqualTo(List.of("runs:read", "runs:write", "usage:read"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isLessThanOrEqualTo(300);
        assertThat(claims.getString("jti")).isNotBlank();
    }

    @Test
    void scopesOfTheTokenAreWhatOpensDoors() {
        var reader = tokenOf(newKey(admin(), "keys:read"));
        assertThat(keys(reader)).isNotEmpty();
        makeKey(reader, Map.of("name", "x", "scopes", List.of("keys:read"))).then().statusCode(403);
        with(reader).get("/internal/usage?run=x").then().statusCode(403);
        assertThat(keys(tokenOf(newKey(admin(), "*")))).isNotEmpty();
    }

    @Test
    void everyTokenIsAnother() {
        var key = newKey(admin(), "runs:read");
        assertThat(claims(tokenOf(key)).getString("jti"))
                .isNotEqualTo(claims(tokenOf(key)).getString("jti"));
    }

    @Test
    void tokenNeverOutlivesItsKey() {
        String key =
                makeKey(
                                admin(),
                                Map.of(
                                        "name",
                                        "short",
                                        "scopes",
                                        List.of("runs:read"),
                                        "expires_in_seconds",
                                        40))
                        .path("key");
        exchangeKey(key).then().statusCode(200).body("expires_in", lessThanOrEqualTo(41));
    }

    @Test
    void keyThatWasNeverIssuedIsRefusedThoughItLooksLikeOne() {
        var invented = ApiKey.of(new KeyId("zzzzzzzzzzzz"), new byte[32]).reveal();
        refused(exchangeKey(invented), "the key is not known", invented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mk_anything", "mk_", "x", "Bearer mk_abc", "' or '1'='1"})
    void rightPrefixAloneIsRefused(String text) {
        refused(exchangeKey(text), "the key is not known", "anything");
    }

    @Test
    void rightIdWithAnotherSecretIsRefused() {
        var key = newKey(admin(), "runs:read");
        var forged = ApiKey.of(new KeyId(id(key)), new byte[32]).reveal();
        refused(exchangeKey(forged), "the key is not known", forged);
    }

    @Test
    void revokedKeyIsRefusedByItsIdOnly() {
        var key = newKey(admin(), "runs:read");
        revoke(admin(), id(key)).then().statusCode(204);
        refused(exchangeKey(key), "the key " + id(key) + " is revoked", key.substring(16));
    }

    @Test
    void expiredKeyIsRefusedByItsIdOnly() {
        var wish =
                Map.of("name", "old", "scopes", List.of("runs:read"), "expires_in_seconds", 3600);
        String key = makeKey(admin(), wish).path("key");
        clock.ahead(Duration.ofMinutes(61));
        refused(exchangeKey(key), "the key " + id(key) + " has expired", key.substring(16));
    }

    @Test
    void keyIsNoLoginAndALoginIsNoKey() {
        var key = newKey(admin(), "runs:read");
        refused(exchangeLogin(key), "the token is not a JWT", key.substring(16));
        refused(exchangeKey(admin()), "the key is not known", admin());
    }

    @Test
    void keyIsNoBearerToken() {
        var key = newKey(admin(), "*");
        with(key).get("/internal/keys").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "refresh_token, invalid_request",
        "id_token, invalid_request",
        "jwt, invalid_request"
    })
    void otherTypesOfTokenAreNotTaken(String type, String error) {
        exchange("urn:ietf:params:oauth:token-type:" + type, admin())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("error", equalTo(error));
    }

    @Test
    void anotherGrantTypeIsRefused() {
        given().contentType(ContentType.URLENC)
                .formParam("grant_type", "password")
                .formParam("subject_token", "x")
                .formParam("subject_token_type", ExchangeRequest.API_KEY)
                .post("/internal/tokens")
                .then()
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void requestWithoutAFormIsRefused() {
        given().contentType(ContentType.URLENC).post("/internal/tokens").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/tokens")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void whileKeycloakIsDownAKeyDoesAndALoginMayComeBack() {
        exchangeLogin(unsignedLogin())
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("error", equalTo("temporarily_unavailable"));
        exchangeKey(newKey(admin(), "runs:read")).then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'doors' }.data.'door.logins'", equalTo(false))
                .body("checks.find { it.name == 'doors' }.data.'door.keys'", equalTo(true));
    }

    private static void refused(Response response, String description, String secret) {
        var body =
                response.then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .header("WWW-Authenticate", "Bearer")
                        .body("error", equalTo("invalid_request"))
                        .body("error_description", equalTo(description))
                        .body("type", equalTo("/problems/unauthenticated"))
                        .extract()
                        .asString();
        assertThat(body).doesNotContain(secret);
    }

    private static String admin() {
        return Tokens.mint(
                "exchange",
                "user:admin",
                "runs:read",
                "runs:write",
                "workspaces:read",
                "workspaces:write",
                "keys:read",
                "keys:write",
                "usage:read");
    }
}
