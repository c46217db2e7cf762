/// The engine: what follows from something that reaches a run. Pure; `store` and `kafka` carry it
/// out.
@NullMarked
package dev.monkeycoder.orchestrator.engine;

import org.jspecify.annotations.NullMarked;
