package dev.monkeycoder.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.ClientEvent;
import org.junit.jupiter.api.Test;

class ClientEventsTest {
    @Test
    void readsAnEventAsTheGatewayWritesIt() {
        assertThat(
                        ClientEvents.read(
                                """
                                {"type":"handoff.made","run":"01890a5d-ac96-774b-bcce-b302099a8057","version":6,
                                 "at":"2026-11-22T10:00:00Z","number":1,"from":"planner","to":"developer","reason":"plan",
                                 "payload":"{}","workspace_version":2,
                                 "remaining":{"steps":18,"tokens":90000,"cost":990000,"seconds":570},"later_field":1}
                                """))
                .hasValueSatisfying(event -> {
                    assertThat(event).isInstanceOf(ClientEvent.HandoffMade.class);
                    assertThat(((ClientEvent.HandoffMade) event).workspaceVersion()).isEqualTo(2);
                    assertThat(((ClientEvent.HandoffMade) event).remaining().cost().micros())
                            .isEqualTo(990_000);
                });
    }

    @Test
    void passesOverATypeItDoesNotKnow() {
        assertThat(ClientEvents.read("{\"type\":\"weather.changed\"}")).isEmpty();
        assertThat(ClientEvents.read("no json")).isEmpty();
    }
}
