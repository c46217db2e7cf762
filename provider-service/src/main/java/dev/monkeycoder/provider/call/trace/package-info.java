/// Spans and metrics of model calls.
@NullMarked
package dev.monkeycoder.provider.call.trace;

import org.jspecify.annotations.NullMarked;
