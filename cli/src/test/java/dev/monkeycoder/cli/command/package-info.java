@NullMarked
package dev.monkeycoder.cli.command;

import org.jspecify.annotations.NullMarked;
