package dev.monkeycoder.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class HealthQuarkusTest {
    private final FakeMesh mesh = FakeMesh.up();

    @Test
    void itIsReadyAsLongAsOneDoorWorksAndSaysWhich() {
        ready(200).body(door("workspaces"), equalTo(true)).body(door("read runs"), equalTo(true));
        mesh.orchestrator().stop();
        mesh.context().fail(500);
        ready(200)
                .body(door("workspaces"), equalTo(false))
                .body(door("read runs"), equalTo(false))
                .body(door("ask for runs"), equalTo(true));
        mesh.orchestrator().start();
        ready(200).body(door("read runs"), equalTo(true));
    }

    @Test
    void itLivesWhateverOthersDo() {
        mesh.auth().stop();
        mesh.orchestrator().stop();
        mesh.context().stop();
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void itCountsWhatItDoes() {
        Api.accepted(mesh.key("health"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("monkey_identity_exchanges_total"))
                .body(containsString("monkey_streams"))
                .body(containsString("http_server_requests_seconds_count"));
    }

    private static io.restassured.response.ValidatableResponse ready(int status) {
        return given().get("/q/health/ready").then().statusCode(status);
    }

    private static String door(String name) {
        return "checks.find { it.name == 'doors' }.data.'door." + name + "'";
    }
}
