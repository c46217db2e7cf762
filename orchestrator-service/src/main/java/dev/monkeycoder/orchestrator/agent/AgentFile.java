package dev.monkeycoder.orchestrator.agent;

import static java.util.stream.Collectors.toCollection;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.run.Agent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads agent definitions: a YAML list, one mapping an agent. `agents.yaml` shows every field.
final class AgentFile {
    /// Part of a tool's name (`transfer_to_…`), which vendors take in this form and length.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private static final Set<String> FIELDS =
            new LinkedHashSet<>(
                    List.of(
                            "name",
                            "version",
                            "description",
                            "persona",
                            "tools",
                            "handoffs",
                            "temperature",
                            "max_tokens",
                            "instructions"));

    private AgentFile() {}

    /// @param tools what agents may name
    /// @throws InvalidDefinition with the line of the first mistake
    static List<Agent> parse(String file, String yaml, List<ToolSpec> tools) {
        var entries = Entry.list(file, yaml);
        var names = new LinkedHashSet<String>();
        for (var entry : entries) {
            if (!names.add(entry.only(FIELDS).text("name"))) {
                throw entry.mistake("name", "defined twice (expected: once)");
            }
        }
        var toolNames =
                tools.stream().map(ToolSpec::name).collect(toCollection(LinkedHashSet::new));
        return entries.stream().map(entry -> agent(entry, names, toolNames)).toList();
    }

    private static Agent agent(Entry entry, Set<String> names, Set<String> tools) {
        var name = entry.text("name");
        if (!NAME.matcher(name).matches()) {
            throw entry.mistake("name", name + " (expected: " + NAME + ")");
        }
        var handoffs = entry.texts("handoffs", oneOf(others(names, name)));
        return new Agent(
                new AgentName(name),
                positive(entry, "version", Optional.of(entry.number("version"))).orElseThrow(),
                entry.text("description"),
                entry.text("instructions"),
                entry.optionalText("persona"),
                entry.texts("tools", oneOf(tools)),
                handoffs.stream().map(AgentName::new).toList(),
                temperature(entry),
                positive(entry, "max_tokens", entry.optionalNumber("max_tokens")));
    }

    private static Set<String> others(Set<String> names, String name) {
        var others = new LinkedHashSet<>(names);
        others.remove(name);
        return others;
    }

    private static Optional<Double> temperature(Entry entry) {
        var temperature = entry.optionalDecimal("temperature");
        if (temperature.filter(value -> value < 0 || value > 2).isPresent()) {
            throw entry.mistake("temperature", temperature.get() + " (expected: 0 to 2)");
        }
        return temperature;
    }

    private static Optional<Integer> positive(Entry entry, String name, Optional<Integer> value) {
        if (value.filter(number -> number < 1).isPresent()) {
            throw entry.mistake(name, value.get() + " (expected: >= 1)");
        }
        return value;
    }

    private static Function<String, Optional<String>> oneOf(Set<String> known) {
        return text ->
                known.contains(text)
                        ? Optional.empty()
                        : Optional.of("one of " + String.join(", ", known));
    }
}
