package dev.monkeycoder.auth;

import dev.monkeycoder.testkit.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsKeepTheirRules() {
        Rooms.check("dev.monkeycoder.auth");
    }
}
