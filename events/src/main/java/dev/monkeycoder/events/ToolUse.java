package dev.monkeycoder.events;

/// A model's wish to use a tool. `id` is the vendor's; `arguments` is JSON as the model wrote it,
/// which need not be valid.
public record ToolUse(String id, String name, String arguments) {
    public ToolUse {
        Check.text(id, "tool_use.id");
        Check.text(name, "tool_use.name");
        Check.present(arguments, "tool_use.arguments");
    }
}
