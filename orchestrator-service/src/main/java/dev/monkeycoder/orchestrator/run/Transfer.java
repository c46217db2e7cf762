package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.AgentName;

/// An agent's wish to give the work to another.
///
/// @param reason why, in the agent's words
/// @param payload what the other needs to know
public record Transfer(AgentName to, String reason, String payload) {}
