/// Copies the example and runs its tests.
@NullMarked
package dev.monkeycoder.cli.demo.process;

import org.jspecify.annotations.NullMarked;
