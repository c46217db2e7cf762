/// What goes out on the wire and when: frames, the pace at which they go, and where they stop.
@NullMarked
package dev.monkeycoder.simulator.play;

import org.jspecify.annotations.NullMarked;
