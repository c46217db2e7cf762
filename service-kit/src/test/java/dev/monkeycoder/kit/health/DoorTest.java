package dev.monkeycoder.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorTest {
    @Test
    void keepsItsPartsWhateverBecomesOfTheSetThatItWasMadeOf() {
        var parts = new HashSet<>(Set.of("database"));
        var door = new Door("reads", parts);
        parts.clear();
        assertThat(door.parts()).containsExactly("database");
    }
}
