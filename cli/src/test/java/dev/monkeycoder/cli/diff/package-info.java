@NullMarked
package dev.monkeycoder.cli.diff;

import org.jspecify.annotations.NullMarked;
