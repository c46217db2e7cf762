package dev.monkeycoder.simulator.model;

/// One message of the conversation that the request carries.
///
/// @param text empty where the message has none
public record Said(Speaker speaker, String text) {
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT,
        TOOL
    }
}
