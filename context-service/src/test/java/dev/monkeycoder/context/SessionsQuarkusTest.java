package dev.monkeycoder.context;

import static dev.monkeycoder.context.Scene.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallResult.ContextPrepared;
import dev.monkeycoder.events.Fact.TurnRecorded;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
class SessionsQuarkusTest {
    private final Scene scene = new Scene();
    private final SessionId session = new SessionId(UUID.randomUUID());

    @AfterEach
    void close() {
        scene.close();
    }

    private TurnRecorded turn(int number, String asked, String answer) {
        return new TurnRecorded(
                scene.run,
                session,
                number,
                new AgentName("developer"),
                asked,
                answer,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number));
    }

    private String path() {
        return "/internal/sessions/" + session + "/turns";
    }

    @Test
    void turnsAreWrittenOnceAndReadInTheirOrder() {
        scene.send(turn(1, "first?", "first!"));
        scene.send(turn(1, "first?", "first!"));
        scene.send(turn(2, "second?", "with a NUL \0"));
        await().atMost(PATIENCE)
                .until(() ->
                        scene.caller("runs:read").get(path()).statusCode() == 200
                                && scene.caller("runs:read")
                                                .get(path())
                                                .<List<?>>path("turns")
                                                .size()
                                        == 2);

        scene.caller("runs:read")
                .get(path())
                .then()
                .body("turns.turn", equalTo(List.of(1, 2)))
                .body("turns.asked", equalTo(List.of("first?", "second?")))
                .body("turns[0].run", equalTo(scene.run.toString()))
                .body("turns[0].agent", is("developer"))
                .body("turns[0].answer", is("first!"))
                .body("turns[0].at", is("2026-01-01T00:00:01Z"));
    }

    @Test
    void aRunSeesTheTurnsOfItsSessionAndAnotherTenantDoesNot() {
        scene.send(turn(1, "first?", "first!"));
        await().atMost(PATIENCE)
                .until(() -> scene.caller("runs:read").get(path()).statusCode() == 200);

        try (var other = new Scene()) {
            assertThat(history(scene))
                    .containsExactly(
                            new Message.User("first?"), new Message.Assistant("first!", List.of()));
            assertThat(history(other)).isEmpty();
            other.caller("runs:read").get(path()).then().statusCode(404);
        }
    }

    private List<Message> history(Scene of) {
        var command = of.context(Optional.empty(), List.of(), Optional.of(session));
        of.send(command);
        return of.answer(command.call(), ContextPrepared.class).history();
    }
}
