package dev.monkeycoder.simulator.model;

/// A tool that the request offers.
///
/// @param schema JSON Schema of its arguments, as text
public record Tool(String name, String schema) {}
