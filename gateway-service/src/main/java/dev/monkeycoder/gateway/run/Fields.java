package dev.monkeycoder.gateway.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object field by field and collects all that is wrong with it, not only the first. A
/// field that is null counts as absent. JSON values are Java's: `Map`, `List`, `String`, `Number`,
/// `Boolean`.
public final class Fields {
    private final String prefix;
    private final Map<?, ?> values;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    private Fields(String prefix, Map<?, ?> values, List<Fault> faults) {
        this.prefix = prefix;
        this.values = values;
        this.faults = faults;
    }

    public static Fields of(Map<?, ?> values) {
        return new Fields("", values, new ArrayList<>());
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public void fault(String field, String message) {
        faults.add(new Fault(prefix + field, message));
    }

    /// Faults every field that nobody has asked for.
    public void refuseOthers() {
        values.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(name, "is not a field of this request"));
    }

    public Optional<String> text(String field, int longest) {
        return value(field, String.class, "a string").filter(text -> within(field, text, longest));
    }

    private boolean within(String field, String text, int longest) {
        if (text.isBlank()) {
            fault(field, "is empty");
            return false;
        }
        if (text.length() > longest) {
            fault(field, "has " + text.length() + " characters (most: " + longest + ")");
            return false;
        }
        return true;
    }

    public Optional<String> content(String field) {
        return value(field, String.class, "a string");
    }

    public Optional<UUID> uuid(String field) {
        return text(field, 36).flatMap(text -> uuid(field, text));
    }

    private Optional<UUID> uuid(String field, String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            fault(field, "is not a UUID");
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> Optional<E> choice(
            String field, Class<E> type, Function<E, String> wireName) {
        return value(field, String.class, "a string")
                .flatMap(text -> chosen(field, text, type, wireName));
    }

    private <E extends Enum<E>> Optional<E> chosen(
            String field, String text, Class<E> type, Function<E, String> wireName) {
        var found =
                Stream.of(type.getEnumConstants())
                        .filter(constant -> wireName.apply(constant).equals(text))
                        .findFirst();
        if (found.isEmpty()) {
            var names =
                    Stream.of(type.getEnumConstants())
                            .map(wireName)
                            .collect(Collectors.joining(", "));
            fault(field, "is none of " + names);
        }
        return found;
    }

    public Optional<Long> integer(String field, long least, long most) {
        return value(field, Number.class, "an integer")
                .flatMap(number -> integer(field, number, least, most));
    }

    private Optional<Long> integer(String field, Number number, long least, long most) {
        try {
            var value = new BigDecimal(number.toString()).longValueExact();
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
            fault(field, "is not between " + least + " and " + most);
        } catch (ArithmeticException | NumberFormatException _) {
            fault(field, "is not an integer between " + least + " and " + most);
        }
        return Optional.empty();
    }

    public Optional<Double> decimal(String field, double least, double most) {
        return value(field, Number.class, "a number")
                .map(Number::doubleValue)
                .filter(value -> {
                    var fits = value >= least && value <= most;
                    if (!fits) {
                        fault(field, "is not between " + least + " and " + most);
                    }
                    return fits;
                });
    }

    /// The object in `field`; an empty one when there is none. Its faults are faults of this.
    public Fields object(String field) {
        var inner = value(field, Map.class, "an object");
        return new Fields(
                prefix + field + ".", inner.<Map<?, ?>>map(map -> map).orElse(Map.of()), faults);
    }

    /// The list in `field`, each object read by `read`.
    public <T> List<T> objects(String field, int most, Function<Fields, Optional<T>> read) {
        return elements(
                field,
                most,
                Map.class,
                "an object",
                (path, map) -> read.apply(new Fields(prefix + path + ".", map, faults)));
    }

    /// The list in `field`, each string read by `read` with its path for faults.
    public <T> List<T> texts(String field, int most, BiFunction<String, String, Optional<T>> read) {
        return elements(field, most, String.class, "a string", read);
    }

    public <E extends Enum<E>> List<E> choices(
            String field, Class<E> type, Function<E, String> wireName) {
        return elements(
                field,
                type.getEnumConstants().length,
                String.class,
                "a string",
                (path, text) -> chosen(path, text, type, wireName));
    }

    private <S, T> List<T> elements(
            String field,
            int most,
            Class<S> type,
            String form,
            BiFunction<String, S, Optional<T>> read) {
        var found = new ArrayList<T>();
        var list = value(field, List.class, "a list").<List<?>>map(l -> l).orElse(List.of());
        if (list.size() > most) {
            fault(field, "has " + list.size() + " elements (most: " + most + ")");
            return List.of();
        }
        for (var i = 0; i < list.size(); i++) {
            var path = field + "[" + i + "]";
            if (type.isInstance(list.get(i))) {
                read.apply(path, type.cast(list.get(i))).ifPresent(found::add);
            } else {
                fault(path, "is not " + form);
            }
        }
        return found;
    }

    private <T> Optional<T> value(String field, Class<T> type, String form) {
        known.add(field);
        @Nullable Object value = values.get(field);
        if (value != null && !type.isInstance(value)) {
            fault(field, "is not " + form);
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
