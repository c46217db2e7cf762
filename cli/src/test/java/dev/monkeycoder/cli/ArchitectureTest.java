package dev.monkeycoder.cli;

import dev.monkeycoder.testkit.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theRoomsRulesHold() {
        Rooms.check("dev.monkeycoder.cli");
    }
}
