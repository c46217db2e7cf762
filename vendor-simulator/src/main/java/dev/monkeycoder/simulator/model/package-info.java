/// A request and an answer in no vendor's format, and the simulator's own tokeniser.
@NullMarked
package dev.monkeycoder.simulator.model;

import org.jspecify.annotations.NullMarked;
