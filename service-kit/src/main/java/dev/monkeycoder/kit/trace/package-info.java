/// Trace context that survives a process.
@NullMarked
package dev.monkeycoder.kit.trace;

import org.jspecify.annotations.NullMarked;
