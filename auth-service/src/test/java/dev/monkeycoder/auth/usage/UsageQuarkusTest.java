package dev.monkeycoder.auth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.monkeycoder.auth.Api;
import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class UsageQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00.123456Z");

    private final Wire wire = Wire.open();
    private final RunId run = new RunId(UUID.randomUUID());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void attemptIsBookedAsItWasRecorded() {
        var usage = new Usage(1200, 340, 800, 100, 40);
        var booked =
                new UsageRecorded(
                        new CallId(run, 3),
                        2,
                        new AgentName("developer"),
                        "openai",
                        "gpt-x",
                        usage,
                        new Money(12_345),
                        true,
                        "cut",
                        AT);
        wire.send(booked, origin("acme"));
        var row = ledger("acme", 1).getMap("rows[0]");
        assertThat(row)
                .containsEntry("call", run + "/3")
                .containsEntry("attempt", 2)
                .containsEntry("agent", "developer")
                .containsEntry("vendor", "openai")
                .containsEntry("model", "gpt-x")
                .containsEntry("input_tokens", 1200)
                .containsEntry("output_tokens", 340)
                .containsEntry("cached_input_tokens", 800)
                .containsEntry("cache_write_tokens", 100)
                .containsEntry("reasoning_tokens", 40)
                .containsEntry("cost_micros", 12_345)
                .containsEntry("estimated", true)
                .containsEntry("outcome", "cut")
                .containsEntry("at", AT.toString());
    }

    @Test
    void redeliveredEventIsBookedOnce() {
        var id = UUID.randomUUID();
        wire.send(id, attempt(1, 1, 7), origin("acme"));
        wire.send(id, attempt(1, 1, 7), origin("acme"));
        wire.send(id, attempt(1, 1, 7), origin("acme"));
        wire.send(attempt(2, 1, 11), origin("acme"));
        var ledger = ledger("acme", 2);
        assertThat(ledger.getList("rows")).hasSize(2);
        assertThat(ledger.getLong("total.cost_micros")).isEqualTo(18);
        assertThat(ledger.getLong("total.input_tokens")).isEqualTo(200);
        assertThat(ledger.getLong("total.output_tokens")).isEqualTo(20);
    }

    @Test
    void attemptThatTwoProcessesRecordIsBookedOnce() {
        wire.send(attempt(1, 1, 7), origin("acme"));
        wire.send(attempt(1, 1, 8), origin("acme"));
        wire.send(attempt(2, 1, 11), origin("acme"));
        assertThat(ledger("acme", 2).getLong("total.cost_micros")).isEqualTo(18);
    }

    @Test
    void everyAttemptOfACallIsBooked() {
        wire.send(attempt(1, 2, 11), origin("acme"));
        wire.send(attempt(1, 1, 7), origin("acme"));
        var ledger = ledger("acme", 2);
        assertThat(ledger.<Integer>getList("rows.attempt")).isEqualTo(List.of(1, 2));
        assertThat(ledger.getLong("total.cost_micros")).isEqualTo(18);
    }

    @Test
    void vendorsCountTakesThePlaceOfAnEstimateAndNeverTheOtherWayRound() {
        wire.send(estimate(1, 500), origin("acme"));
        wire.send(attempt(1, 1, 0), origin("acme"));
        wire.send(estimate(1, 900), origin("acme"));
        wire.send(attempt(2, 1, 11), origin("acme"));
        var ledger = ledger("acme", 2);
        assertThat(ledger.getLong("rows[0].cost_micros")).isZero();
        assertThat(ledger.getBoolean("rows[0].estimated")).isFalse();
        assertThat(ledger.getLong("total.cost_micros")).isEqualTo(11);
    }

    @Test
    void totalsAreExactBeyondWhatADoubleHolds() {
        var big = (1L << 53) + 1;
        wire.send(attempt(1, 1, big), origin("acme"));
        wire.send(attempt(2, 1, 1), origin("acme"));
        assertThat(ledger("acme", 2).getLong("total.cost_micros")).isEqualTo(big + 1);
    }

    @Test
    void anotherTenantSeesNothingOfTheRunAndCantChangeIt() {
        wire.send(attempt(1, 1, 7), origin("acme"));
        wire.send(estimate(2, 9), origin("acme"));
        ledger("acme", 2);
        wire.send(attempt(2, 1, 0), origin("mallory"));
        wire.send(attempt(3, 1, 5), origin("mallory"));
        assertThat(ledger("mallory", 1).getLong("total.cost_micros")).isEqualTo(5);
        assertThat(ledger("acme", 2).getLong("total.cost_micros")).isEqualTo(16);
    }

    @Test
    void runOfNobodyIsAnEmptyLedger() {
        var ledger = read("acme");
        assertThat(ledger.getList("rows")).isEmpty();
        assertThat(ledger.getLong("total.cost_micros")).isZero();
    }

    @Test
    void runMustBeNamed() {
        var token = Tokens.mint("acme", "user:1", "usage:read");
        for (var path : List.of("/internal/usage", "/internal/usage?run=mine")) {
            Api.with(token)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", equalTo("run"));
        }
    }

    private JsonPath ledger(String tenant, int rows) {
        await().atMost(PATIENCE).until(() -> read(tenant).getList("rows").size() == rows);
        return read(tenant);
    }

    private JsonPath read(String tenant) {
        return Api.with(Tokens.mint(tenant, "user:1", "usage:read"))
                .get("/internal/usage?run=" + run)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UsageRecorded attempt(int call, int attempt, long micros) {
        return recorded(call, attempt, micros, false);
    }

    private UsageRecorded estimate(int call, long micros) {
        return recorded(call, 1, micros, true);
    }

    private UsageRecorded recorded(int call, int attempt, long micros, boolean estimated) {
        return new UsageRecorded(
                new CallId(run, call),
                attempt,
                new AgentName("developer"),
                "openai",
                "gpt-x",
                Usage.of(100, 10),
                new Money(micros),
                estimated,
                "completed",
                AT);
    }

    private static Origin origin(String tenant) {
        return new Origin(new TenantId(tenant), new CallerId("user:1"), Optional.empty());
    }
}
