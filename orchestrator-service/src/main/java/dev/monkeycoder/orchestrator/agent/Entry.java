package dev.monkeycoder.orchestrator.agent;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a YAML file that knows its lines: every mistake is told with file and line.
final class Entry {
    private final String file;
    private final Node node;
    private final Map<String, NodeTuple> fields;

    private Entry(String file, Node node) {
        this.file = file;
        this.node = node;
        this.fields = new LinkedHashMap<>();
        for (var field : mapping().getValue()) {
            fields.put(scalar(field.getKeyNode()), field);
        }
    }

    /// The mappings of a file that is one list of them.
    ///
    /// @throws InvalidDefinition when it is not
    static List<Entry> list(String file, String yaml) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root instanceof SequenceNode list) {
                return list.getValue().stream().map(item -> new Entry(file, item)).toList();
            }
            throw new InvalidDefinition(file, 1, "not a list (expected: a list of mappings)");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new InvalidDefinition(
                    file, mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
        }
    }

    /// Refuses fields that nobody reads: they would not do what their writer believes.
    Entry only(Set<String> names) {
        fields.forEach((name, field) -> {
            if (!names.contains(name)) {
                throw mistake(field.getKeyNode(), name + ": not a field (expected: " + names + ")");
            }
        });
        return this;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> mistake(name, "missing"));
    }

    Optional<String> optionalText(String name) {
        return value(name).map(this::scalar).map(String::strip).filter(text -> !text.isEmpty());
    }

    int number(String name) {
        return parsed(name, Integer::parseInt, "a whole number")
                .orElseThrow(() -> mistake(name, "missing"));
    }

    Optional<Integer> optionalNumber(String name) {
        return parsed(name, Integer::parseInt, "a whole number");
    }

    Optional<Double> optionalDecimal(String name) {
        return parsed(name, Double::parseDouble, "a number");
    }

    /// The texts of a list, each checked by `mistake`, which gives what was expected instead.
    List<String> texts(String name, Function<String, Optional<String>> expected) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            var text = scalar(item);
            expected.apply(text)
                    .ifPresent(instead -> {
                        throw mistake(item, "%s: %s (expected: %s)".formatted(name, text, instead));
                    });
            texts.add(text);
        }
        return texts;
    }

    /// The value of a field as plain Java maps, lists and scalars.
    Object tree(String name) {
        return plain(value(name).orElseThrow(() -> mistake(name, "missing")));
    }

    InvalidDefinition mistake(String name, String problem) {
        return mistake(value(name).orElse(node), name + ": " + problem);
    }

    private List<Node> items(String name) {
        return switch (value(name).orElse(null)) {
            case null -> List.of();
            case SequenceNode list -> list.getValue();
            case Node other -> throw mistake(other, name + ": not a list (expected: a list)");
        };
    }

    private Optional<Node> value(String name) {
        return Optional.ofNullable(fields.get(name)).map(NodeTuple::getValueNode);
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parse, String expected) {
        return optionalText(name)
                .map(text -> {
                    try {
                        return parse.apply(text);
                    } catch (NumberFormatException _) {
                        throw mistake(name, text + " (expected: " + expected + ")");
                    }
                });
    }

    private MappingNode mapping() {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw mistake(node, "not a mapping (expected: name: value)");
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw mistake(value, "not a text (expected: a text)");
    }

    private Object plain(Node value) {
        return switch (value) {
            case SequenceNode list -> list.getValue().stream().map(this::plain).toList();
            case MappingNode mapping -> {
                var map = new LinkedHashMap<String, Object>();
                for (var field : mapping.getValue()) {
                    map.put(scalar(field.getKeyNode()), plain(field.getValueNode()));
                }
                yield map;
            }
            case Node other -> typed(scalar(other), other.getTag().getValue());
        };
    }

    private static Object typed(String text, String tag) {
        return switch (tag.substring(tag.lastIndexOf(':') + 1)) {
            case "int" -> Integer.valueOf(text);
            case "bool" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private InvalidDefinition mistake(Node at, String problem) {
        return new InvalidDefinition(file, at.getStartMark().getLine() + 1, problem);
    }
}
