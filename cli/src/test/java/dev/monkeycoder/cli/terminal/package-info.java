@NullMarked
package dev.monkeycoder.cli.terminal;

import org.jspecify.annotations.NullMarked;
