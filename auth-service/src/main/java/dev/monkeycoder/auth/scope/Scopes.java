package dev.monkeycoder.auth.scope;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Scopes as they were granted: names of a [Scope], `area:*` for all of an area, `*` for
/// everything. What a wildcard stands for is decided when it is used, not when it is granted.
///
/// @param granted sorted, without duplicates, never empty
public record Scopes(List<String> granted) {
    public static final String EVERYTHING = "*";

    private static final Pattern LIKE_A_SCOPE = Pattern.compile("[a-z]{1,20}(:([a-z]{1,20}|\\*))?");

    public Scopes {
        if (granted.isEmpty()) {
            throw new IllegalArgumentException("scopes: empty (expected: at least one)");
        }
        for (var scope : granted) {
            if (expand(scope).isEmpty()) {
                throw new IllegalArgumentException(
                        "scopes: " + shown(scope) + " (expected: of " + choices() + ")");
            }
        }
        granted = List.copyOf(new TreeSet<>(granted));
    }

    public static Scopes of(String... granted) {
        return new Scopes(List.of(granted));
    }

    /// Reads what [#toString] wrote.
    public static Scopes parse(String text) {
        return new Scopes(Arrays.asList(text.split(" ")));
    }

    /// The widest grant that stands for no more than `held` today.
    ///
    /// @param held at least one scope
    public static Scopes widest(Collection<Scope> held) {
        if (held.containsAll(EnumSet.allOf(Scope.class))) {
            return of(EVERYTHING);
        }
        return new Scopes(
                held.stream()
                        .flatMap(scope ->
                                held.containsAll(expand(scope.area() + ":*"))
                                        ? Stream.of(scope.value(), scope.area() + ":*")
                                        : Stream.of(scope.value()))
                        .toList());
    }

    /// Every scope that this grant stands for today.
    public Set<Scope> expanded() {
        var all = EnumSet.noneOf(Scope.class);
        granted.forEach(scope -> all.addAll(expand(scope)));
        return all;
    }

    /// Whether `other` holds nothing beyond this, today or when a scope is added: a wildcard is
    /// covered by the same wildcard or a wider one only.
    public boolean covers(Scopes other) {
        return other.granted.stream().allMatch(this::coversOne);
    }

    private boolean coversOne(String scope) {
        return granted.contains(EVERYTHING)
                || granted.contains(scope)
                || (scope.contains(":") && granted.contains(area(scope) + ":*"));
    }

    private static Set<Scope> expand(String scope) {
        var all = EnumSet.noneOf(Scope.class);
        for (var candidate : Scope.values()) {
            if (scope.equals(EVERYTHING)
                    || scope.equals(candidate.value())
                    || scope.equals(candidate.area() + ":*")) {
                all.add(candidate);
            }
        }
        return all;
    }

    private static String area(String scope) {
        return scope.substring(0, scope.indexOf(':'));
    }

    /// What may be repeated of something that is no scope: it could be a secret in the wrong place.
    private static String shown(String scope) {
        return LIKE_A_SCOPE.matcher(scope).matches() ? scope : "not like a scope";
    }

    private static String choices() {
        var names = Stream.of(Scope.values()).map(Scope::value);
        var areas = Stream.of(Scope.values()).map(scope -> scope.area() + ":*").distinct();
        return Stream.of(Stream.of(EVERYTHING), areas, names)
                .flatMap(choice -> choice)
                .collect(joining(", "));
    }

    /// The granted scopes, separated by spaces, as OAuth writes them.
    @Override
    public String toString() {
        return String.join(" ", granted);
    }
}
