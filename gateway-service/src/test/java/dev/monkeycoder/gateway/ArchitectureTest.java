package dev.monkeycoder.gateway;

import dev.monkeycoder.testkit.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsAreKept() {
        Rooms.check("dev.monkeycoder.gateway");
    }
}
