package dev.monkeycoder.simulator.model;

/// A call of a tool.
///
/// @param arguments a JSON object, as text
public record ToolCall(String tool, String arguments) {}
