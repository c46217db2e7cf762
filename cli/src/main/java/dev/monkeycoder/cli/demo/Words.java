package dev.monkeycoder.cli.demo;

import dev.monkeycoder.cli.mesh.Models;
import java.util.List;

/// What the demo says and asks for.
public final class Words {
    public static final String TASK = "add a discount to the order total, with tests";
    public static final String PATTERN = "handoff";
    public static final List<String> TEAM = List.of("planner", "developer", "reviewer");

    private Words() {}

    /// The first and the last line when the simulator answers.
    public static String scripted() {
        return "These answers are scripted: no model key is set, so the vendor simulator plays the"
                + " models. "
                + Models.advice();
    }
}
