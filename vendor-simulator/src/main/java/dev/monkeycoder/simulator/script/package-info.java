/// Models that answer by a script.
@NullMarked
package dev.monkeycoder.simulator.script;

import org.jspecify.annotations.NullMarked;
