/// Configuration of the simulator, and its parts put together.
@NullMarked
package dev.monkeycoder.simulator.rest;

import org.jspecify.annotations.NullMarked;
