/// One class a command; picocli reads them.
@NullMarked
package dev.monkeycoder.cli.command;

import org.jspecify.annotations.NullMarked;
