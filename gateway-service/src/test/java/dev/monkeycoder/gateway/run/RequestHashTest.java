package dev.monkeycoder.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestHashTest {
    @Test
    void orderNullsAndTheWayOfWritingNumbersDoNotMatter() {
        var one = new LinkedHashMap<String, Object>();
        one.put("a", 1);
        one.put("b", Map.of("x", new BigDecimal("1.50")));
        var other = new LinkedHashMap<String, Object>();
        other.put("b", Map.of("x", 1.5));
        other.put("c", null);
        other.put("a", new BigDecimal("1.0"));
        assertThat(RequestHash.of(one)).hasSize(64).isEqualTo(RequestHash.of(other));
    }

    @Test
    void allElseMatters() {
        var requests =
                List.<Map<String, ?>>of(
                        Map.of(),
                        Map.of("a", "1"),
                        Map.of("a", 1),
                        Map.of("a", true),
                        Map.of("b", "1"),
                        Map.of("a", List.of()),
                        Map.of("a", Map.of()),
                        Map.of("a", List.of(1, 2)),
                        Map.of("a", List.of(2, 1)),
                        Map.of("a", List.of(List.of(1), 2)),
                        Map.of("a", Arrays.asList(1, 2, null)),
                        Map.of("a", "1\"1:b"),
                        Map.of("a", "1", "b", ""),
                        Map.of("a", " 1"));
        assertThat(requests.stream().map(RequestHash::of)).doesNotHaveDuplicates();
    }
}
