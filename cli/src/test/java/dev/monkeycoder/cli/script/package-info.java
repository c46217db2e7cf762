@NullMarked
package dev.monkeycoder.cli.script;

import org.jspecify.annotations.NullMarked;
