package dev.monkeycoder.events;

/// Anything that travels over Kafka. The CloudEvents attributes around it carry id, time, tenant,
/// caller and trace; `docs/events.md` lists types, topics and keys.
public sealed interface Event
        permits RunCommand, ContextCommand, ModelCommand, CallResult, Fact, ClientEvent {
    /// The run (or other stream) that the event belongs to: its Kafka key, and what its order is
    /// kept within.
    String stream();
}
