/// Carries out the engine's steps: one transaction each.
@NullMarked
package dev.monkeycoder.orchestrator.engine.store;

import org.jspecify.annotations.NullMarked;
