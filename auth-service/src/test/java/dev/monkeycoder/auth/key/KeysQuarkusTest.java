package dev.monkeycoder.auth.key;

import static dev.monkeycoder.auth.Api.exchangeKey;
import static dev.monkeycoder.auth.Api.id;
import static dev.monkeycoder.auth.Api.keys;
import static dev.monkeycoder.auth.Api.makeKey;
import static dev.monkeycoder.auth.Api.newKey;
import static dev.monkeycoder.auth.Api.revoke;
import static dev.monkeycoder.auth.Api.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.auth.key.store.KeyUse;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.kit.store.Transactions;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class KeysQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String[] ALL = {
        "runs:read",
        "runs:write",
        "workspaces:read",
        "workspaces:write",
        "keys:read",
        "keys:write",
        "usage:read"
    };

    @Inject Transactions transactions;
    @Inject KeyUse use;

    @Test
    void keyIsShownOnceAndItsSecretIsStoredNowhere() {
        var admin = admin("shown-once");
        var wish = Map.of("name", "ci", "scopes", List.of("runs:*"), "expires_in_seconds", 3600);
        var made = makeKey(admin, wish).then().statusCode(201).extract();
        String key = made.path("key");
        assertThat(key).matches("mk_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        var listed = keys(admin);
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst())
                .containsEntry("id", id(key))
                .containsEntry("name", "ci")
                .containsEntry("scopes", List.of("runs:*"))
                .containsEntry("created_at", made.path("created_at"))
                .containsEntry("expires_at", made.path("expires_at"))
                .doesNotContainKeys("key", "revoked_at", "last_used_at");
        var stored =
                transactions
                        .run(tx ->
                                tx.query(
                                        "select cast(k as text) from api_key k where id = ?1",
                                        row -> row.text(0),
                                        id(key)))
                        .await()
                        .atMost(PATIENCE);
        assertThat(stored.getFirst()).contains(id(key)).doesNotContain(key.substring(16));
    }

    @ParameterizedTest
    @CsvSource({
        "keys:write runs:read, runs:write, 403",
        "keys:write runs:read, runs:*, 403",
        "keys:write runs:read runs:write, runs:*, 403",
        "keys:write runs:*, runs:*, 201",
        "keys:write runs:*, *, 403",
        "keys:write runs:*, runs:read runs:write, 201",
        "keys:write, keys:read, 403",
        "*, *, 201"
    })
    void keyNeverGetsMoreThanItsMakerHas(String has, String wants, int status) {
        var maker = newKey(admin("makers"), has.split(" "));
        var wish = Map.of("name", "child", "scopes", List.of(wants.split(" ")));
        makeKey(tokenOf(maker), wish).then().statusCode(status);
    }

    @Test
    void personWithoutAScopeCantGiveIt() {
        var person = Tokens.mint("people", "user:1", "keys:write", "runs:read");
        var wish = Map.of("name", "child", "scopes", List.of("runs:write"));
        makeKey(person, wish).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void revokedKeyCantMakeItselfASuccessorWithATokenThatIsStillGood() {
        var admin = admin("successor");
        var stolen = newKey(admin, "*");
        var token = tokenOf(stolen);
        revoke(admin, id(stolen)).then().statusCode(204);
        makeKey(token, Map.of("name", "successor", "scopes", List.of("runs:read")))
                .then()
                .statusCode(401);
        revoke(token, id(stolen)).then().statusCode(401);
        assertThat(keys(admin)).hasSize(1);
    }

    @Test
    void revocationIsAtOnceAndToldOnce() {
        var admin = admin("revocation");
        var key = newKey(admin, "runs:read");
        var marker = newKey(admin, "runs:read");
        exchangeKey(key).then().statusCode(200);
        revoke(admin, id(key)).then().statusCode(204);
        exchangeKey(key).then().statusCode(401);
        revoke(admin, id(key)).then().statusCode(204);
        revoke(admin, id(marker)).then().statusCode(204);
        try (var wire = Wire.open()) {
            var told =
                    wire.await(
                            Topic.IDENTITY,
                            event -> List.of(id(key), id(marker)).contains(event.event().stream()),
                            2,
                            PATIENCE);
            assertThat(told)
                    .extracting(received -> (Object) received.event())
                    .containsExactlyInAnyOrder(new KeyRevoked(id(key)), new KeyRevoked(id(marker)));
            assertThat(told.getFirst().origin().tenant()).isEqualTo(new TenantId("revocation"));
            assertThat(told.getFirst().origin().caller()).isEqualTo(new CallerId("user:admin"));
        }
        assertThat(keys(admin)).allSatisfy(shown -> assertThat(shown).containsKey("revoked_at"));
    }

    @Test
    void tenantsNeitherSeeNorRevokeOneAnothersKeys() {
        var key = newKey(admin("mine"), "runs:read");
        assertThat(keys(admin("yours"))).isEmpty();
        revoke(admin("yours"), id(key)).then().statusCode(404);
        exchangeKey(key).then().statusCode(200);
    }

    @Test
    void sameAnswerForAKeyOfAnotherTenantAndForNone() {
        var key = newKey(admin("mine"), "runs:read");
        var others = revoke(admin("yours"), id(key)).then().statusCode(404).extract();
        var none = revoke(admin("yours"), "zzzzzzzzzzzz").then().statusCode(404).extract();
        assertThat(others.<String>path("detail").replace(id(key), "ID"))
                .isEqualTo(none.<String>path("detail").replace("zzzzzzzzzzzz", "ID"));
        revoke(admin("yours"), "not-an-id").then().statusCode(404);
    }

    @Test
    void lastUseIsShownOnceItIsWritten() {
        var admin = admin("last-use");
        var key = newKey(admin, "runs:read");
        var unused = newKey(admin, "runs:read");
        exchangeKey(key).then().statusCode(200);
        assertThat(keys(admin)).noneMatch(shown -> shown.containsKey("last_used_at"));
        use.write().await().atMost(PATIENCE);
        assertThat(keys(admin))
                .filteredOn(shown -> shown.containsKey("last_used_at"))
                .extracting(shown -> shown.get("id"))
                .containsExactly(id(key))
                .doesNotContain(id(unused));
    }

    @Test
    void refusedExchangeIsNoUse() {
        var admin = admin("no-use");
        var key = newKey(admin, "runs:read");
        revoke(admin, id(key)).then().statusCode(204);
        exchangeKey(key).then().statusCode(401);
        use.write().await().atMost(PATIENCE);
        assertThat(keys(admin)).noneMatch(shown -> shown.containsKey("last_used_at"));
    }

    @Test
    void wrongFieldsAreNamed() {
        var admin = admin("fields");
        names(makeKey(admin, Map.of("scopes", List.of("*"))), "name");
        names(makeKey(admin, Map.of("name", "a\nb", "scopes", List.of("*"))), "name");
        names(makeKey(admin, Map.of("name", "ci")), "scopes");
        names(makeKey(admin, Map.of("name", "ci", "scopes", List.of())), "scopes");
        names(makeKey(admin, Map.of("name", "ci", "scopes", List.of("runs:fly"))), "scopes");
        names(makeKey(admin, "{\"name\":\"ci\",\"scopes\":[null]}"), "scopes");
        names(
                makeKey(
                        admin,
                        Map.of("name", "ci", "scopes", List.of("*"), "expires_in_seconds", 0)),
                "expires_in_seconds");
        names(
                makeKey(admin, Map.of("name", "ci", "scopes", List.of("*"), "expires_in", 60)),
                "expires_in");
        assertThat(keys(admin)).isEmpty();
    }

    private static void names(io.restassured.response.Response response, String field) {
        response.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    private static String admin(String tenant) {
        return Tokens.mint(tenant, "user:admin", ALL);
    }
}
