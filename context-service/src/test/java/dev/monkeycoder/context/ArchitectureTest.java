package dev.monkeycoder.context;

import dev.monkeycoder.testkit.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsKeepTheirRules() {
        Rooms.check("dev.monkeycoder.context");
    }
}
