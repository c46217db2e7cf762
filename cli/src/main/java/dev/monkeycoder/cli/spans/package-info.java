/// The span tree of a trace. Pure.
@NullMarked
package dev.monkeycoder.cli.spans;

import org.jspecify.annotations.NullMarked;
