/// Spans of runs, turns and handoffs, exported when they have ended.
@NullMarked
package dev.monkeycoder.orchestrator.trace;

import org.jspecify.annotations.NullMarked;
