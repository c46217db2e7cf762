package dev.monkeycoder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps `docs/configuration.md` true: the table of a service follows from its `@ConfigMapping`,
/// what its comments say included.
public final class ConfigurationPage {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    private final Class<?> mapping;
    private final List<String> source;
    private final List<String> rows = new ArrayList<>();

    private ConfigurationPage(Class<?> mapping) {
        this.mapping = mapping;
        this.source = source(mapping);
    }

    /// @throws AssertionError with the rows that the page must hold, when it doesn't
    public static void documents(Class<?> mapping) {
        var table = table(mapping);
        assertThat(read(PAGE))
                .as("docs/configuration.md must hold this table:%n%s", table)
                .contains(table);
    }

    /// One row a variable: its name, its default, what it is for.
    static String table(Class<?> mapping) {
        var page = new ConfigurationPage(mapping);
        page.walk(mapping, mapping.getAnnotation(ConfigMapping.class).prefix());
        return String.join("\n", page.rows);
    }

    private void walk(Class<?> group, String prefix) {
        for (var method : inSourceOrder(group)) {
            var name = prefix + "." + name(method);
            if (method.getReturnType().isInterface()
                    && method.getReturnType().getEnclosingClass() == mapping) {
                walk(method.getReturnType(), name);
            } else {
                rows.add(
                        "| `%s` | %s | %s |"
                                .formatted(variable(name), usual(method), comment(method)));
            }
        }
    }

    private List<Method> inSourceOrder(Class<?> group) {
        var methods = new ArrayList<>(List.of(group.getDeclaredMethods()));
        methods.removeIf(Method::isSynthetic);
        methods.sort((a, b) -> Integer.compare(line(a), line(b)));
        return methods;
    }

    private static String name(Method method) {
        var named = method.getAnnotation(WithName.class);
        return named != null
                ? named.value()
                : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String usual(Method method) {
        var usual = method.getAnnotation(WithDefault.class);
        if (usual != null) {
            return "`" + usual.value() + "`";
        }
        var optional =
                method.getReturnType() == Optional.class
                        || Collection.class.isAssignableFrom(method.getReturnType());
        return optional || method.getGenericReturnType() instanceof ParameterizedType
                ? ""
                : "required";
    }

    /// The `///` lines above a method, as one line.
    private String comment(Method method) {
        var lines = new ArrayList<String>();
        for (var i = line(method) - 1; i >= 0; i--) {
            var line = source.get(i).strip();
            if (line.startsWith("///")) {
                lines.addFirst(line.substring(3).strip());
            } else if (!line.startsWith("@")) {
                break;
            }
        }
        return String.join(" ", lines).replace("|", "\\|");
    }

    private int line(Method method) {
        var declared = Pattern.compile(".*\\b" + method.getName() + "\\(\\);.*");
        var from = 0;
        var group = method.getDeclaringClass();
        if (group != mapping) {
            var opening = Pattern.compile(".*\\binterface " + group.getSimpleName() + " .*");
            from = first(opening, 0);
        }
        return first(declared, from);
    }

    private int first(Pattern pattern, int from) {
        for (var i = from; i < source.size(); i++) {
            if (pattern.matcher(source.get(i)).matches()) {
                return i;
            }
        }
        throw new IllegalStateException(mapping + ": no line like " + pattern);
    }

    private static List<String> source(Class<?> mapping) {
        return read(Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java"))
                .lines()
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
