package dev.monkeycoder.events;

/// A tool that a model may call. `parameters` is a JSON Schema (an object) as text.
public record ToolSpec(String name, String description, String parameters) {
    public ToolSpec {
        Check.text(name, "tool.name");
        Check.present(description, "tool.description");
        Check.text(parameters, "tool.parameters");
    }
}
