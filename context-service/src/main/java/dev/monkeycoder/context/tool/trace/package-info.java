/// Spans and metrics of tools.
@NullMarked
package dev.monkeycoder.context.tool.trace;

import org.jspecify.annotations.NullMarked;
