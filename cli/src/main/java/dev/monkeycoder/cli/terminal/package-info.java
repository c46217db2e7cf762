/// Text for people: colour, width, columns, amounts. Pure.
@NullMarked
package dev.monkeycoder.cli.terminal;

import org.jspecify.annotations.NullMarked;
