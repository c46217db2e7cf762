/// Orchestration patterns: given what has happened in a run, what should happen next.
@NullMarked
package dev.monkeycoder.orchestrator.pattern;

import org.jspecify.annotations.NullMarked;
