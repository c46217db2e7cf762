package dev.monkeycoder.context.session;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.RunId;
import java.time.Instant;

/// One turn of an agent.
///
/// @param turn its number within the run, counted from 1
/// @param at when it ended
public record Turn(RunId run, int turn, AgentName agent, String asked, String answer, Instant at) {}
