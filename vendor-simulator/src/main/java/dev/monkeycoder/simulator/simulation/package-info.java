/// Chooses the model and the fault for a request. Every vendor's format is made of what comes out
/// here.
@NullMarked
package dev.monkeycoder.simulator.simulation;

import org.jspecify.annotations.NullMarked;
