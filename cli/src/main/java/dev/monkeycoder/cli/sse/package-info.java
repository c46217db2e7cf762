/// Server-sent events, line by line. Pure.
@NullMarked
package dev.monkeycoder.cli.sse;

import org.jspecify.annotations.NullMarked;
