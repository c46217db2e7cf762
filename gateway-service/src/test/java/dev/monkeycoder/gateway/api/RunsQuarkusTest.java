package dev.monkeycoder.gateway.api;

import static dev.monkeycoder.gateway.api.Api.RUNS;
import static dev.monkeycoder.gateway.api.Api.accepted;
import static dev.monkeycoder.gateway.api.Api.as;
import static dev.monkeycoder.gateway.api.Api.post;
import static dev.monkeycoder.gateway.api.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.monkeycoder.events.RunCommand.RunCancelRequested;
import dev.monkeycoder.events.RunCommand.RunRequested;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.gateway.mesh.FakeContext;
import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class RunsQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FakeMesh mesh;
    private String key;
    private String other;

    @BeforeEach
    void up() {
        mesh = FakeMesh.up();
        key = mesh.key("runs");
        other = mesh.key("others");
    }

    @Test
    void aRequestIsAcceptedAndSentOnWithItsTrace() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var response =
                as(key).contentType("application/json")
                        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                        .body("{\"prompt\":\"/review it\",\"max_tokens\":7}")
                        .post(RUNS);
        var id =
                response.then()
                        .statusCode(202)
                        .body("status", equalTo("accepted"))
                        .extract()
                        .path("id")
                        .toString();
        assertThat(response.header("Location")).endsWith(RUNS + "/" + id);
        assertThat(response.header("Idempotency-Replayed")).isNull();
        try (var wire = Wire.open()) {
            var sent =
                    wire.await(Topic.RUN_COMMANDS, r -> r.event().stream().equals(id), 1, PATIENCE)
                            .getFirst();
            assertThat(sent.origin().tenant().value()).isEqualTo("runs");
            assertThat(sent.origin().caller().value()).isEqualTo("key:runs");
            assertThat(sent.origin().traceparent()).get().asString().startsWith("00-" + trace);
            var spec = ((RunRequested) sent.event()).spec();
            assertThat(spec.prompt()).isEqualTo("it");
            assertThat(spec.persona()).contains("reviewer");
            assertThat(spec.maxTokens()).contains(7);
        }
        as(key).get(response.jsonPath().getString("url"))
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"));
    }

    @Test
    void fiftyAtOnceUnderOneKeyAreOneRunAndOneEvent() throws Exception {
        var name = UUID.randomUUID().toString();
        var answers = new ArrayList<Response>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Response>>();
            for (var i = 0; i < 50; i++) {
                var body =
                        i % 2 == 0
                                ? "{\"prompt\":\"x\",\"max_tokens\":5}"
                                : "{ \"max_tokens\":5.0, \"prompt\":\"x\"}";
                futures.add(threads.submit(() -> keyed(name, body)));
            }
            for (var future : futures) {
                answers.add(future.get());
            }
        }
        assertThat(answers).allMatch(answer -> answer.statusCode() == 202);
        assertThat(answers.stream().map(answer -> answer.path("id").toString()))
                .containsOnly(answers.getFirst().path("id").toString());
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        String id = answers.getFirst().path("id");
        var after = accepted(key);
        try (var wire = Wire.open()) {
            wire.await(Topic.RUN_COMMANDS, r -> r.event().stream().equals(after), 1, PATIENCE);
            assertThat(
                            wire.await(
                                    Topic.RUN_COMMANDS,
                                    r -> r.event().stream().equals(id),
                                    1,
                                    PATIENCE))
                    .hasSize(1);
        }
        problem(keyed(name, "{\"prompt\":\"y\",\"max_tokens\":5}"), 422, "idempotency-mismatch");
        problem(keyed("a b", "{\"prompt\":\"y\"}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("Idempotency-Key"));
        as(other)
                .contentType("application/json")
                .header("Idempotency-Key", name)
                .body("{\"prompt\":\"x\",\"max_tokens\":5}")
                .post(RUNS)
                .then()
                .statusCode(202)
                .body("id", not(equalTo(id)));
    }

    private Response keyed(String name, String body) {
        return as(key).contentType("application/json")
                .header("Idempotency-Key", name)
                .body(body)
                .post(RUNS);
    }

    @Test
    void allThatIsWrongIsTold() {
        problem(post(key, RUNS, "{\"promt\":\"x\",\"temperature\":3}"), 400, "invalid-request")
                .body("errors.field", hasItems("prompt", "promt", "temperature"))
                .body("errors", hasSize(3));
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        problem(
                        post(key, RUNS, "{\"prompt\":\"x\",\"budget\":{\"max_steps\":oops}}"),
                        400,
                        "invalid-request")
                .body("errors[0].field", equalTo("budget.max_steps"))
                .body("detail", containsString("line 1"))
                .body("detail", not(containsString("Unrecognized")));
        problem(post(key, RUNS, "{\"prompt\":\"x\",\"prompt\":\"y\"}"), 400, "invalid-request");
        problem(post(key, RUNS, "[1]"), 400, "invalid-request")
                .body("errors[0].field", equalTo("body"));
        problem(post(key, RUNS, ""), 400, "invalid-request");
        problem(post(key, RUNS, "{\"prompt\":\"x\"} y"), 400, "invalid-request");
        problem(post(key, RUNS, "{\"a\":".repeat(5000)), 400, "invalid-request");
    }

    @Test
    void whatHttpRefusesIsAProblemToo() {
        problem(post(key, RUNS, "{\"prompt\":\"" + "x".repeat(600_000) + "\"}"), 413, "too-large");
        problem(
                as(key).contentType("text/plain").body("x").post(RUNS),
                415,
                "unsupported-media-type");
        problem(as(key).delete(RUNS), 405, "method-not-allowed");
        problem(as(key).get("/api/v1/nothing"), 404, "not-found");
        problem(as(key).get("/nothing/at/all"), 404, "not-found");
        problem(as(key).accept("image/png").get(RUNS), 406, "not-acceptable");
    }

    @Test
    void aRunIsShownAsTheOrchestratorSeesIt() {
        var id = accepted(key);
        mesh.orchestrator().begin("runs", RunId.of(id), workspace(1, 3));
        as(key).get(RUNS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("running"))
                .body("events_url", endsWith(id + "/events"));
        as(key).get(RUNS + "/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("entries", hasSize(1));
        as(key).get(RUNS + "/" + id + "/usage")
                .then()
                .statusCode(200)
                .body("total.input_tokens", equalTo(0));
        as(key).get(RUNS + "/" + id + "/diff")
                .then()
                .statusCode(200)
                .contentType("text/x-diff")
                .body(equalTo("--- diff from=1&to=3\n"));
        assertThat(mesh.orchestrator().heard())
                .isNotEmpty()
                .allMatch(heard -> heard.traceparent().isPresent());
    }

    @Test
    void aRunThatIsOnlyAcceptedHasNothingYet() {
        var id = accepted(key);
        as(key).get(RUNS + "/" + id + "/timeline").then().statusCode(200).body("entries", empty());
        as(key).get(RUNS + "/" + id + "/diff").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void runsAreListedNewestFirstPageByPage() {
        var lister = mesh.key("lister" + UUID.randomUUID());
        var first = accepted(lister);
        var second = accepted(lister);
        var third = accepted(lister);
        var page = as(lister).get(RUNS + "?limit=2");
        page.then()
                .statusCode(200)
                .body("runs.id", equalTo(List.of(third, second)))
                .body("runs[0].status", equalTo("accepted"));
        as(lister)
                .get(RUNS + "?limit=2&cursor=" + page.path("next_cursor"))
                .then()
                .body("runs.id", equalTo(List.of(first)))
                .body("next_cursor", equalTo(null));
        problem(as(lister).get(RUNS + "?limit=0"), 400, "invalid-request");
        problem(as(lister).get(RUNS + "?cursor=x"), 400, "invalid-request");
    }

    @Test
    void aCancelIsSentOn() {
        var id = accepted(key);
        post(key, RUNS + "/" + id + "/cancel", "{\"reason\":\"wrong branch\"}")
                .then()
                .statusCode(202)
                .body("status", equalTo("cancelling"));
        try (var wire = Wire.open()) {
            assertThat(wire.await(RunCancelRequested.class, id, PATIENCE).reason())
                    .isEqualTo("wrong branch");
        }
        as(key).post(RUNS + "/" + id + "/cancel").then().statusCode(202);
        problem(post(key, RUNS + "/" + id + "/cancel", "{\"why\":1}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("why"));
    }

    @Test
    void oneTenantNeverSeesAnothersRun() {
        var id = accepted(key);
        mesh.orchestrator().begin("runs", RunId.of(id), new JsonObject());
        for (var path : List.of("", "/timeline", "/usage", "/diff", "/events")) {
            problem(as(other).get(RUNS + "/" + id + path), 404, "not-found");
        }
        problem(as(other).post(RUNS + "/" + id + "/cancel"), 404, "not-found");
        as(other).get(RUNS).then().body("runs.id", not(hasItems(id)));
        problem(as(key).get(RUNS + "/" + UUID.randomUUID()), 404, "not-found");
        problem(as(key).get(RUNS + "/x"), 404, "not-found")
                .body("detail", not(containsString("x/")));
    }

    @Test
    void aPartThatIsGoneIsNamed() {
        var id = accepted(key);
        mesh.orchestrator().stop();
        var gone = as(key).get(RUNS + "/" + id);
        problem(gone, 503, "unavailable").body("detail", containsString("orchestrator-service"));
        assertThat(gone.header("Retry-After")).matches("\\d+");
        problem(as(key).get(RUNS), 503, "unavailable");
        accepted(key);
        mesh.orchestrator().start();
        as(key).get(RUNS + "/" + id).then().statusCode(200);
        mesh.orchestrator().fail(500);
        problem(as(key).get(RUNS + "/" + id), 502, "bad-upstream")
                .body("detail", not(containsString("SECRET")));
    }

    private static JsonObject workspace(int base, int version) {
        return new JsonObject()
                .put("id", FakeContext.WORKSPACE)
                .put("base_version", base)
                .put("version", version);
    }
}
