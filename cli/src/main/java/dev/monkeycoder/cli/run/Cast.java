package dev.monkeycoder.cli.run;

import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.events.AgentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Who plays in a run, in the order of appearance: an agent keeps its colour.
///
/// @param turns who has which turn
public record Cast(List<AgentName> agents, Map<Integer, AgentName> turns) {
    static final Cast EMPTY = new Cast(List.of(), Map.of());
    private static final List<Ink> INKS =
            List.of(Ink.CYAN, Ink.MAGENTA, Ink.YELLOW, Ink.GREEN, Ink.BLUE);

    public Cast {
        agents = List.copyOf(agents);
        turns = Map.copyOf(turns);
    }

    Cast joined(List<AgentName> others) {
        return new Cast(Stream.concat(agents.stream(), others.stream()).distinct().toList(), turns);
    }

    Cast joined(AgentName other) {
        return joined(List.of(other));
    }

    Cast onStage(int turn, AgentName agent) {
        var more = new TreeMap<>(turns);
        more.put(turn, agent);
        return new Cast(agents, more);
    }

    Optional<AgentName> at(int turn) {
        return Optional.ofNullable(turns.get(turn));
    }

    Ink ink(AgentName agent) {
        return INKS.get(Math.max(0, agents.indexOf(agent)) % INKS.size());
    }
}
