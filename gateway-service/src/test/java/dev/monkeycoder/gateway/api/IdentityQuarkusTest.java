package dev.monkeycoder.gateway.api;

import static dev.monkeycoder.gateway.api.Api.RUNS;
import static dev.monkeycoder.gateway.api.Api.accepted;
import static dev.monkeycoder.gateway.api.Api.as;
import static dev.monkeycoder.gateway.api.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.KeyRevoked;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.gateway.mesh.EventReader;
import dev.monkeycoder.gateway.mesh.FakeAuth;
import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class IdentityQuarkusTest {
    private FakeMesh mesh;
    private String key;
    private String keyId;

    @BeforeEach
    void up() {
        mesh = FakeMesh.up();
        keyId = UUID.randomUUID().toString();
        key = "mk_" + keyId;
        mesh.auth().grant(key, "identity", "key:" + keyId, FakeAuth.ALL);
    }

    @Test
    void manyRequestsOfOneKeyAreOneExchange() throws Exception {
        var before = mesh.auth().exchanges();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> as(key).get(RUNS).statusCode();
            for (var status : threads.invokeAll(java.util.Collections.nCopies(20, request))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(mesh.auth().exchanges() - before).isEqualTo(1);
        assertThat(mesh.auth().typeOf(key)).isEqualTo("urn:monkey:params:token-type:api-key");
    }

    @Test
    void aKeyMayComeInItsOwnHeaderAndALoginAsBearer() {
        given().header("X-API-Key", key).get(RUNS).then().statusCode(200);
        var login = "eyJhbGciOiJub25lIn0." + keyId.replace("-", "") + ".c2ln";
        mesh.auth().grant(login, "identity", "user:someone", FakeAuth.ALL);
        as(login).get(RUNS).then().statusCode(200);
        assertThat(mesh.auth().typeOf(login))
                .isEqualTo("urn:ietf:params:oauth:token-type:access_token");
    }

    @Test
    void aMonkeyTokenIsNoOutsideCredential() {
        problem(
                as(Tokens.mint("identity", "key:x", "runs:read")).get(RUNS),
                401,
                "unauthenticated");
    }

    @Test
    void whoWasLetInGoesOnWhileAuthIsDown() {
        accepted(key);
        mesh.auth().stop();
        accepted(key);
        var stranger = as("mk_" + UUID.randomUUID()).get(RUNS);
        problem(stranger, 503, "unavailable").body("detail", containsString("auth-service"));
        assertThat(stranger.header("Retry-After")).matches("\\d+");
        mesh.auth().start();
        mesh.auth().fail(500);
        problem(as("mk_" + UUID.randomUUID()).get(RUNS), 502, "bad-upstream");
    }

    @Test
    void aRefusedKeyIsNotAskedForAgainAtOnce() {
        var before = mesh.auth().exchanges();
        for (var i = 0; i < 5; i++) {
            problem(as("mk_never_issued_" + keyId).get(RUNS), 401, "unauthenticated");
        }
        assertThat(mesh.auth().exchanges() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void aRevokedKeyIsOutAtOnceAndItsStreamsEnd() {
        var run = accepted(key);
        mesh.auth().revoke(key);
        try (var stream = EventReader.open(Api.uri(RUNS + "/" + run + "/events"), key);
                var wire = Wire.open()) {
            stream.nextComment();
            as(key).get(RUNS).then().statusCode(200);
            wire.send(
                    new KeyRevoked(keyId),
                    new Origin(new TenantId("identity"), new CallerId("key:x"), Optional.empty()));
            assertThat(stream.toEnd()).isEqualTo(List.of());
            problem(as(key).get(RUNS), 401, "unauthenticated");
        }
    }
}
