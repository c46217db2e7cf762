package dev.monkeycoder.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the compact constructors of wire records check by hand: a missing JSON field is a null.
final class Check {
    private Check() {}

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": missing");
        }
        return value;
    }

    static String text(@Nullable String value, String field) {
        var text = present(value, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + ": empty (expected: some text)");
        }
        return text;
    }

    static long atLeast(long least, long value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(
                    field + ": " + value + " (expected: >= " + least + ")");
        }
        return value;
    }

    @SuppressWarnings("NullableOptional") // that is just what a missing JSON field does
    static <T> Optional<T> optional(@Nullable Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> value) {
        return value == null ? Map.of() : Map.copyOf(value);
    }
}
