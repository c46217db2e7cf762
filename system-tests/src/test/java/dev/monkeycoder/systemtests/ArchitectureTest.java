package dev.monkeycoder.systemtests;

import dev.monkeycoder.testkit.Rooms;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void testsKeepTheRules() {
        Rooms.check("dev.monkeycoder.systemtests");
    }
}
