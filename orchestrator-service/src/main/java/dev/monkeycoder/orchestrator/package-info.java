/// Runs of agent teams: what orchestrator-service decides and how it survives.
@NullMarked
package dev.monkeycoder.orchestrator;

import org.jspecify.annotations.NullMarked;
