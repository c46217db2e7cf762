package dev.monkeycoder.provider.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VendorsTest {
    @Test
    void theSimulatorGetsAKeyThoughNobodySetsOne() {
        var vendors = vendors(Map.of("MONKEY_SIMULATOR_URL", "http://127.0.0.1:8090/v1"));
        assertThat(vendors.find(Vendor.SIMULATOR).orElseThrow().key())
                .hasValueSatisfying(key -> assertThat(key.secret()).isNotBlank());
    }

    @Test
    void aCompatibleServerGetsTheKeyThatWasSetAndElseNone() {
        var url = "http://127.0.0.1:11434/v1";
        assertThat(
                        vendors(Map.of("MONKEY_MODEL_URL", url))
                                .find(Vendor.COMPATIBLE)
                                .orElseThrow()
                                .key())
                .isEmpty();
        assertThat(
                        vendors(Map.of("MONKEY_MODEL_URL", url, "MONKEY_MODEL_KEY", "k"))
                                .find(Vendor.COMPATIBLE)
                                .orElseThrow()
                                .key())
                .contains(new ApiKey("k"));
    }

    private static Vendors vendors(Map<String, String> environment) {
        return Vendors.of(name -> Optional.ofNullable(environment.get(name)));
    }
}
