package dev.monkeycoder.auth.token;

import static dev.monkeycoder.auth.Api.claims;
import static dev.monkeycoder.auth.Api.exchangeLogin;
import static dev.monkeycoder.auth.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class LoginsQuarkusTest {
    private static int realms;

    @Inject
    @ConfigProperty(name = "monkey.keycloak.url")
    String address;

    private FakeRealm realm;

    @BeforeEach
    void keycloakIsUp() {
        // a new key each time: what an earlier test left in the service's cache is of no use
        realm = FakeRealm.up(address, "key-" + ++realms);
    }

    @AfterEach
    void keycloakIsDown() {
        realm.close();
    }

    @Test
    void loginGivesATokenOfThePersonsTenantAndRole() {
        var answer =
                exchangeLogin(realm.signed(realm.login()))
                        .then()
                        .statusCode(200)
                        .body("expires_in", lessThanOrEqualTo(120))
                        .body(
                                "scope",
                                equalTo(
                                        "runs:read runs:write usage:read workspaces:read"
                                                + " workspaces:write"))
                        .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.getString("sub")).isEqualTo("user:5b8c");
        assertThat(claims.getString("tenant")).isEqualTo("acme");
        var run = "/internal/usage?run=0190a5d2-6f5c-7000-8000-000000000000";
        with(answer.path("access_token")).get(run).then().statusCode(200);
        with(answer.path("access_token")).get("/internal/keys").then().statusCode(403);
    }

    @Test
    void adminMayMakeKeys() {
        var admin = realm.login().claim("realm_access", Map.of("roles", List.of("admin")));
        String token = exchangeLogin(realm.signed(admin)).path("access_token");
        with(token).get("/internal/keys").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refresh", "ID", "Offline"})
    void tokenOfAnotherTypeIsRefused(String type) {
        refused(realm.signed(realm.login().claim("typ", type)), "not an access token");
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        refused(realm.signed(realm.login().audience("account")), "not meant for this system");
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
        var master = address.replace("/monkey", "/master");
        refused(realm.signed(realm.login().issuer(master)), "not a valid access token");
    }

    @Test
    void tokenOfAnotherClientIsRefused() {
        refused(realm.signed(realm.login().claim("azp", "admin-cli")), "another client");
    }

    @Test
    void expiredTokenIsRefused() {
        var past = Instant.now().minusSeconds(60);
        var claims = realm.login().issuedAt(past.minusSeconds(60)).expiresAt(past);
        refused(realm.signed(claims), "has expired");
    }

    @Test
    void accountWithoutATenantIsTold() {
        refused(realm.signed(realm.login().remove("tenant")), "belongs to no tenant");
    }

    @Test
    void keyOfNobodyIsRefused() {
        refused(realm.signed(realm.login(), "another"), "not a valid access token");
    }

    @Test
    void changedPayloadIsRefused() {
        var parts = realm.signed(realm.login()).split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = base64(payload.replace("acme", "evil"));
        refused(parts[0] + "." + forged + "." + parts[2], "not a valid access token");
    }

    @Test
    void tokenWithoutASignatureIsRefused() {
        var payload = realm.signed(realm.login()).split("\\.", -1)[1];
        var header = base64("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"key-" + realms + "\"}");
        refused(header + "." + payload + ".", "not a valid access token");
    }

    @Test
    void publicKeyIsNoSecretToSignWith() {
        var secret = new SecretKeySpec(realm.publicBytes(), "HmacSHA256");
        var confused =
                realm.login()
                        .jws()
                        .keyId("key-" + realms)
                        .algorithm(SignatureAlgorithm.HS256)
                        .sign(secret);
        refused(confused, "not a valid access token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "a.b.c",
                "e30.e30.e30",
                "e30.W10.e30",
                "e30.bnVsbA.e30",
                "\u00e9.\u00e9.\u00e9"
            })
    void whatIsNoTokenIsRefused(String text) {
        refused(text, "not a JWT");
    }

    @Test
    void monkeyTokenIsNotGivenForAMonkeyToken() {
        refused(Tokens.mint("acme", "user:1", "keys:write"), "not an access token");
    }

    @Test
    void longTokenOfManyRolesIsTaken() {
        var claims = realm.login().claim("groups", List.of("x".repeat(6000)));
        exchangeLogin(realm.signed(claims)).then().statusCode(200);
    }

    @Test
    void keysAreKeptWhileKeycloakIsDownAndFoundWhenItIsBack() {
        exchangeLogin(realm.signed(realm.login())).then().statusCode(200);
        exchangeLogin(realm.signed(realm.login())).then().statusCode(200);
        assertThat(realm.asked()).isEqualTo(1);
        realm.close();
        exchangeLogin(realm.signed(realm.login())).then().statusCode(200);
        exchangeLogin(realm.signed(realm.login(), "not-kept"))
                .then()
                .statusCode(503)
                .header("Retry-After", "5");
        realm = FakeRealm.up(address, "key-" + ++realms);
        exchangeLogin(realm.signed(realm.login())).then().statusCode(200);
    }

    /// OIDC's extension would take a login for a bearer token where a path or a cookie names it.
    @Test
    void loginOpensNoDoorByItself() {
        var roles = List.of("admin", "keys:read", "keys:write", "usage:read");
        var login =
                realm.signed(
                        realm.login()
                                .groups(java.util.Set.copyOf(roles))
                                .claim("realm_access", Map.of("roles", roles)));
        for (var path : List.of("/internal/keys", "/internal/keys/people", "/people")) {
            with(login).get(path).then().statusCode(401);
            with(login).delete(path).then().statusCode(401);
            with(login).cookie("q_session_people", "x").get(path).then().statusCode(401);
        }
    }

    private static void refused(String token, String reason) {
        exchangeLogin(token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString(reason));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
