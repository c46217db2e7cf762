/// A model that says as many tokens as it is asked for, at the pace it is asked for.
@NullMarked
package dev.monkeycoder.simulator.synthetic;

import org.jspecify.annotations.NullMarked;
