package dev.monkeycoder.auth.token;

import static dev.monkeycoder.auth.Api.claims;
import static dev.monkeycoder.auth.Api.exchangeLogin;
import static dev.monkeycoder.auth.Api.unsignedLogin;
import static dev.monkeycoder.auth.Api.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.mesh.process.Child;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The realm of this repository in a real Keycloak, and its logins at the exchange.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
    private static final Config CONFIG = ConfigProvider.getConfig();

    private final String secret = UUID.randomUUID().toString();
    private final RealKeycloak keycloak =
            RealKeycloak.at(CONFIG.getValue("monkey.keycloak.url", String.class));
    private Optional<Child> process = Optional.empty();
    private String ann = "";
    private int whileDown;
    private String directGrant = "";

    /// Once, but not before the service under test has its port.
    @BeforeEach
    void start() {
        if (process.isPresent()) {
            return;
        }
        whileDown = exchangeLogin(unsignedLogin()).statusCode();
        process =
                Optional.of(
                        keycloak.start(
                                CONFIG.getValue("monkey.db.port", Integer.class),
                                CONFIG.getValue("monkey.db.password", String.class)));
        ann = keycloak.account("ann", secret);
        directGrant = keycloak.login("monkey-cli", "ann", secret).path("error");
        keycloak.strangerClient("stranger");
        keycloak.change("monkey-cli", Map.of("directAccessGrantsEnabled", true));
    }

    @AfterAll
    void stop() {
        process.ifPresent(Child::kill);
    }

    @Test
    void serviceStartedWithoutKeycloakAndTakesLoginsOnceItIsThere() {
        assertThat(whileDown).isEqualTo(503);
        exchangeLogin(accessToken()).then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'doors' }.data.'door.logins'", equalTo(true));
    }

    @Test
    void personWhoSignedUpIsADeveloperOfTheDefaultTenant() {
        keycloak.account("newcomer", secret);
        String login = keycloak.login("monkey-cli", "newcomer", secret).path("access_token");
        String token = exchangeLogin(login).then().statusCode(200).extract().path("access_token");
        assertThat(claims(token).getString("tenant")).isEqualTo("default");
        assertThat(claims(token).getString("sub"))
                .isEqualTo("user:" + claims(login).getString("sub"));
        assertThat(claims(token).getList("groups"))
                .isEqualTo(
                        List.of(
                                "runs:read",
                                "runs:write",
                                "usage:read",
                                "workspaces:read",
                                "workspaces:write"));
    }

    @Test
    void administratorMovesAPersonAndNobodyMovesThemself() {
        keycloak.account("bob", secret);
        var bob = keycloak.login("admin-cli", "bob", secret).jsonPath();
        var account = keycloak.realm() + "/account/";
        with(bob.getString("access_token"))
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .body(
                        Map.of(
                                "username",
                                "bob",
                                "email",
                                "bob@example.org",
                                "firstName",
                                "Test",
                                "lastName",
                                "Person",
                                "attributes",
                                Map.of("tenant", List.of("other"))))
                .post(account)
                .then()
                .statusCode(400)
                .body(containsString("tenant"));
        keycloak.move(ann, "acme");
        String token = exchangeLogin(accessToken()).path("access_token");
        assertThat(claims(token).getString("tenant")).isEqualTo("acme");
    }

    @Test
    void idTokenAndRefreshTokenAreRefused() {
        var tokens = keycloak.login("monkey-cli", "ann", secret).jsonPath();
        for (var kind : List.of("id_token", "refresh_token")) {
            exchangeLogin(tokens.getString(kind))
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("invalid_request"));
        }
    }

    @Test
    void tokenOfAnotherClientOrAudienceIsRefused() {
        for (var client : List.of("stranger", "admin-cli")) {
            String token = keycloak.login(client, "ann", secret).path("access_token");
            exchangeLogin(token).then().statusCode(401);
        }
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
        exchangeLogin(keycloak.masterToken()).then().statusCode(401);
    }

    @Test
    void tokenIsRefusedOnceItHasExpired() {
        keycloak.change("monkey-cli", Map.of("attributes", attributes("2")));
        try {
            var login = accessToken();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            exchangeLogin(login)
                                    .then()
                                    .statusCode(401)
                                    .body("error_description", equalTo("the token has expired")));
        } finally {
            keycloak.change("monkey-cli", Map.of("attributes", attributes("")));
        }
    }

    @Test
    void commandLineLogsInByDeviceAndNeverByPassword() {
        assertThat(directGrant).isEqualTo("unauthorized_client");
        given().contentType(ContentType.URLENC)
                .formParam("client_id", "monkey-cli")
                .post(keycloak.realm() + "/protocol/openid-connect/auth/device")
                .then()
                .statusCode(200)
                .body("user_code", not(equalTo("")))
                .body("verification_uri", containsString("/realms/monkey/device"));
    }

    @Test
    void browserNeedsProofOfItsCodeAndMaySignUp() {
        var request =
                given().redirects()
                        .follow(false)
                        .queryParam("client_id", "monkey-web")
                        .queryParam("response_type", "code")
                        .queryParam("scope", "openid")
                        .queryParam("redirect_uri", "http://127.0.0.1:8080/");
        var authorize = keycloak.realm() + "/protocol/openid-connect/auth";
        request.get(authorize)
                .then()
                .statusCode(302)
                .header("Location", containsString("error=invalid_request"));
        request.queryParam("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .queryParam("code_challenge_method", "S256")
                .get(authorize)
                .then()
                .statusCode(200)
                .body(containsString("login-actions/registration"))
                .body(containsString("login-actions/reset-credentials"));
    }

    @Test
    void strangersRegisterNoClients() {
        given().contentType(ContentType.JSON)
                .body(Map.of("clientId", "mine"))
                .post(keycloak.realm() + "/clients-registrations/default")
                .then()
                .statusCode(403);
    }

    private String accessToken() {
        return keycloak.login("monkey-cli", "ann", secret)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static Map<String, String> attributes(String seconds) {
        return Map.of(
                "oauth2.device.authorization.grant.enabled",
                "true",
                "use.refresh.tokens",
                "true",
                "access.token.lifespan",
                seconds);
    }
}
