@NullMarked
package dev.monkeycoder.cli.spans;

import org.jspecify.annotations.NullMarked;
