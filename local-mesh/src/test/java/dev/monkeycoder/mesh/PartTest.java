package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void isFoundByItsTitle(Part part) {
        assertThat(Part.named(part.title())).contains(part);
    }

    @ParameterizedTest
    @CsvSource({"gateway,gateway-service", "simulator,vendor-simulator", "auth,auth-service"})
    void oursComeFromAModule(String title, String module) {
        assertThat(Part.named(title).flatMap(Part::module)).contains(module);
    }

    @Test
    void othersComeFromNone() {
        assertThat(Part.KAFKA.module()).isEmpty();
        assertThat(Part.named("zookeeper")).isEmpty();
    }
}
