@NullMarked
package dev.monkeycoder.cli;

import org.jspecify.annotations.NullMarked;
