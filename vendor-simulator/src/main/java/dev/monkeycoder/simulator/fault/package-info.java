/// Faults on request: which request gets one, and what it does to an answer.
@NullMarked
package dev.monkeycoder.simulator.fault;

import org.jspecify.annotations.NullMarked;
