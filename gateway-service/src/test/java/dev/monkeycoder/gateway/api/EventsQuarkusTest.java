package dev.monkeycoder.gateway.api;

import static dev.monkeycoder.gateway.api.Api.RUNS;
import static dev.monkeycoder.gateway.api.Api.accepted;
import static dev.monkeycoder.gateway.api.Api.as;
import static dev.monkeycoder.gateway.api.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.gateway.mesh.EventReader;
import dev.monkeycoder.gateway.mesh.EventReader.Got;
import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class EventsQuarkusTest {
    private static final Origin ORIGIN =
            new Origin(new TenantId("streams"), new CallerId("key:streams"), Optional.empty());

    private final Wire wire = Wire.open();
    private FakeMesh mesh;
    private String key;
    private RunId run;
    private Played play;

    @BeforeEach
    void begin() {
        mesh = FakeMesh.up();
        key = mesh.key("streams");
        run = RunId.of(accepted(key));
        play = new Played(run);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aStreamWaitsForItsRunThenTellsAllUntilTheEnd() {
        try (var stream = open()) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(stream.nextComment()).contains(run.toString());
            assertThat(stream.nextComment()).isEqualTo(": heartbeat");
            known();
            happen(play.started(1));
            happen(play.turn(2));
            say(play.delta(5, 1, 0, "Hel"));
            assertThat(ids(stream.next(3))).containsExactly("1", "2", "2.5.1.3");
            say(play.delta(5, 1, 3, "lo"));
            happen(play.message(4, 5, 1, "Hello"));
            happen(play.finished(7));
            var rest = stream.toEnd();
            assertThat(ids(rest)).containsExactly("2.5.1.5", "4", "7");
            assertThat(rest.stream().map(Got::type))
                    .containsExactly("text.delta", "message.completed", "run.finished");
            assertThat(rest.getLast().event()).isEqualTo(play.finished(7));
        }
    }

    @Test
    void aClientThatComesBackGetsExactlyTheRest() {
        known();
        happen(play.started(1));
        String last;
        try (var stream = open()) {
            say(play.delta(5, 1, 0, "Hel"));
            last = stream.next(2).getLast().id();
        }
        assertThat(last).isEqualTo("1.5.1.3");
        say(play.delta(5, 1, 3, "lo "));
        try (var stream = open("Last-Event-ID", last)) {
            var more = stream.next();
            assertThat(more.event()).isEqualTo(play.delta(5, 1, 3, "lo "));
            last = more.id();
        }
        happen(play.message(3, 5, 1, "Hello you"));
        happen(play.finished(4));
        try (var stream = open("Last-Event-ID", last)) {
            assertThat(stream.toEnd().stream().map(Got::event))
                    .containsExactly(
                            play.delta(5, 1, 6, "you"),
                            play.message(3, 5, 1, "Hello you"),
                            play.finished(4));
        }
    }

    @Test
    void anAttemptThatIsReplacedIsTakenBack() {
        known();
        happen(play.started(1));
        try (var stream = open()) {
            say(play.delta(5, 1, 0, "wro"));
            assertThat(stream.next(2).getLast().id()).isEqualTo("1.5.1.3");
            say(play.restarted(5, 2));
            say(play.delta(5, 2, 0, "right"));
            happen(play.message(2, 5, 2, "right"));
            happen(play.finished(3));
            assertThat(ids(stream.toEnd())).containsExactly("1.5.2.0", "1.5.2.5", "2", "3");
        }
    }

    @Test
    void aGapOnTheTopicIsMadeUpForByTheStore() {
        known();
        happen(play.started(1));
        try (var stream = open()) {
            stream.next();
            mesh.orchestrator().store(play.turn(2));
            mesh.orchestrator().store(play.message(3, 5, 1, "x"));
            happen(play.finished(9));
            assertThat(ids(stream.toEnd())).containsExactly("2", "3", "9");
        }
    }

    @Test
    void whatTheTopicNeverBringsComesFromTheStoreAllTheSame() {
        known();
        try (var stream = open()) {
            stream.nextComment();
            mesh.orchestrator().store(play.started(1));
            mesh.orchestrator().store(play.finished(2));
            assertThat(ids(stream.toEnd())).containsExactly("1", "2");
        }
    }

    @Test
    void aStreamOutlivesItsStore() {
        known();
        happen(play.started(1));
        try (var stream = open()) {
            stream.next();
            mesh.orchestrator().stop();
            mesh.orchestrator().store(play.turn(2));
            happen(play.finished(5));
            assertThat(stream.nextComment()).isNotEmpty();
            mesh.orchestrator().start();
            assertThat(ids(stream.toEnd())).containsExactly("2", "5");
        }
    }

    @Test
    void anyNumberMayReadAtOnce() {
        known();
        happen(play.started(1));
        try (var one = open();
                var other = open()) {
            one.next();
            other.next();
            say(play.delta(5, 1, 0, "Hi"));
            happen(play.finished(2));
            assertThat(one.toEnd()).isEqualTo(other.toEnd()).hasSize(2);
        }
    }

    @Test
    void aRequestMayBeAnsweredWithTheStreamItself() {
        var name = java.util.UUID.randomUUID().toString();
        try (var stream =
                EventReader.post(
                        Api.uri(RUNS), key, "{\"prompt\":\"x\"}", "Idempotency-Key", name)) {
            assertThat(stream.status()).isEqualTo(200);
            var first = stream.next();
            assertThat(first.type()).isEqualTo("run.accepted");
            var id = new JsonObject(first.data()).getString("id");
            assertThat(new JsonObject(first.data()).getString("type")).isEqualTo("run.accepted");
            assertThat(stream.header("Location")).endsWith(id);
            run = RunId.of(id);
            play = new Played(run);
            known();
            happen(play.started(1));
            assertThat(stream.next().id()).isEqualTo("1");
            try (var again =
                    EventReader.post(
                            Api.uri(RUNS), key, "{\"prompt\":\"x\"}", "Idempotency-Key", name)) {
                assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
                assertThat(new JsonObject(again.next().data()).getString("id")).isEqualTo(id);
                happen(play.finished(2));
                assertThat(ids(again.toEnd())).containsExactly("1", "2");
            }
        }
    }

    @Test
    void aClientThatHasAllOfAnEndedRunIsToldToStayAway() {
        known();
        happen(play.started(1));
        happen(play.finished(2));
        as(key).header("Last-Event-ID", "2").get(path()).then().statusCode(204);
        as(key).header("Last-Event-ID", "1").get(path()).then().statusCode(200);
    }

    @Test
    void aMalformedIdIsRefused() {
        problem(as(key).header("Last-Event-ID", "12.5").get(path()), 400, "invalid-request")
                .body("errors[0].field", equalTo("Last-Event-ID"));
        mesh.orchestrator().stop();
        problem(as(key).get(path()), 503, "unavailable");
    }

    private String path() {
        return RUNS + "/" + run + "/events";
    }

    private EventReader open(String... headers) {
        return EventReader.open(Api.uri(RUNS + "/" + run + "/events"), key, headers);
    }

    private void known() {
        mesh.orchestrator().begin("streams", run, new JsonObject());
    }

    /// As the orchestrator does it: stored first, then on the topic.
    private void happen(Durable event) {
        mesh.orchestrator().store(event);
        say(event);
    }

    private void say(ClientEvent event) {
        wire.send(event, ORIGIN);
    }

    private static List<String> ids(List<Got> events) {
        return events.stream().map(Got::id).toList();
    }
}
