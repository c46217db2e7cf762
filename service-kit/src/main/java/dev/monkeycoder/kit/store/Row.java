package dev.monkeycoder.kit.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a native query, by column number from 0.
public final class Row {
    private final @Nullable Object[] columns;

    Row(@Nullable Object[] columns) {
        this.columns = columns.clone();
    }

    public boolean isNull(int column) {
        return columns[column] == null;
    }

    public String text(int column) {
        return present(column).toString();
    }

    public Optional<String> optionalText(int column) {
        return Optional.ofNullable(columns[column]).map(Object::toString);
    }

    public UUID uuid(int column) {
        return present(column) instanceof UUID id ? id : UUID.fromString(text(column));
    }

    public long number(int column) {
        return ((Number) present(column)).longValue();
    }

    public int integer(int column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(int column) {
        return (Boolean) present(column);
    }

    public byte[] bytes(int column) {
        return (byte[]) present(column);
    }

    public Instant instant(int column) {
        return switch (present(column)) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case ZonedDateTime time -> time.toInstant();
            case Object other ->
                    throw new IllegalArgumentException(
                            "column " + column + ": " + other.getClass() + " (expected: a time)");
        };
    }

    public Optional<Instant> optionalInstant(int column) {
        return isNull(column) ? Optional.empty() : Optional.of(instant(column));
    }

    private Object present(int column) {
        var value = columns[column];
        if (value == null) {
            throw new IllegalArgumentException("column " + column + ": null (expected: a value)");
        }
        return value;
    }
}
