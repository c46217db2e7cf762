/// Runs: one piece of work, its stored history and what follows from it.
@NullMarked
package dev.monkeycoder.orchestrator.run;

import org.jspecify.annotations.NullMarked;
