package dev.monkeycoder.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void readsEachTypeThatPostgresGives() {
        var id = new UUID(1, 2);
        var row =
                new Row(
                        new @Nullable Object[] {
                            "a",
                            id,
                            7L,
                            true,
                            AT.atOffset(ZoneOffset.UTC),
                            null,
                            new byte[] {1},
                            id.toString(),
                            AT
                        });
        assertThat(row.text(0)).isEqualTo("a");
        assertThat(row.uuid(1)).isEqualTo(id);
        assertThat(row.uuid(7)).isEqualTo(id);
        assertThat(row.number(2)).isEqualTo(7);
        assertThat(row.integer(2)).isEqualTo(7);
        assertThat(row.flag(3)).isTrue();
        assertThat(row.instant(4)).isEqualTo(AT);
        assertThat(row.instant(8)).isEqualTo(AT);
        assertThat(row.optionalText(5)).isEmpty();
        assertThat(row.optionalInstant(5)).isEmpty();
        assertThat(row.optionalInstant(4)).contains(AT);
        assertThat(row.bytes(6)).containsExactly(1);
    }

    @Test
    void aNullWhereAValueIsExpectedNamesItsColumn() {
        var row = new Row(new @Nullable Object[] {null, OffsetDateTime.MAX});
        assertThat(row.isNull(0)).isTrue();
        assertThatThrownBy(() -> row.text(0)).hasMessage("column 0: null (expected: a value)");
    }
}
