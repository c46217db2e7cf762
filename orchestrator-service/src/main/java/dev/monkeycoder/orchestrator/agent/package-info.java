/// Agents: who they are, what a model is told in their turn, and what follows from its answers.
@NullMarked
package dev.monkeycoder.orchestrator.agent;

import org.jspecify.annotations.NullMarked;
