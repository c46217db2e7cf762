package dev.monkeycoder.simulator.script;

import dev.monkeycoder.simulator.play.Pace;
import java.util.List;

/// What a scripted model says. The first rule that matches a request answers it.
///
/// @param model the name by which requests ask for it
public record Script(String model, Pace pace, List<Rule> rules) {
    public Script {
        rules = List.copyOf(rules);
    }
}
