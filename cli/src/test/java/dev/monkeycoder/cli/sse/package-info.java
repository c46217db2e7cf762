@NullMarked
package dev.monkeycoder.cli.sse;

import org.jspecify.annotations.NullMarked;
