package dev.monkeycoder.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A vendor whose streams break is left alone for a while, and anybody may see that.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(
        value = FakeVendor.class,
        initArgs = {
            @ResourceArg(name = "monkey.models.breaker.streams", value = "2"),
            @ResourceArg(name = "monkey.models.breaker.pause", value = "10s")
        })
class BreakerQuarkusTest {
    @Test
    void vendorThatCutsItsStreamsIsLeftAloneThenTriedAgain() {
        try (var ill = new Mesh()) {
            ill.send(ill.call("cut"));
            var failed = ill.failed();
            assertThat(failed.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failed.failure().detail()).contains("left alone");
            assertThat(ill.asked()).hasSize(2);
            assertThat(ill.booked(3).getLast())
                    .returns("failed", UsageRecorded::outcome)
                    .returns(Usage.NONE, UsageRecorded::usage)
                    .returns(false, UsageRecorded::estimated);
            vendors().body("vendors[0].breaker", equalTo("open"));
        }
        try (var well = new Mesh()) {
            well.send(well.call("ok"));
            assertThat(well.completed()).returns("Hello world 😀", ModelCompleted::text);
            vendors().body("vendors[0].breaker", equalTo("closed"));
        }
    }

    @Test
    void vendorsAreListedWithoutTheirKeys() {
        vendors()
                .body("vendors.vendor", equalTo(List.of("compatible", "openai", "simulator")))
                .body("vendors[2].scripted", equalTo(true))
                .body("choice.vendor", equalTo("compatible"))
                .body("choice.model", equalTo("test-model"))
                .body(not(containsString(FakeVendor.KEY)));
    }

    @Test
    void listNeedsATokenWithItsScope() {
        given().get("/internal/vendors").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.mint("acme", "key:k1", "usage:read"))
                .get("/internal/vendors")
                .then()
                .statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse vendors() {
        return given().auth()
                .oauth2(Tokens.mint("acme", "key:k1", "runs:read"))
                .get("/internal/vendors")
                .then()
                .statusCode(200);
    }
}
