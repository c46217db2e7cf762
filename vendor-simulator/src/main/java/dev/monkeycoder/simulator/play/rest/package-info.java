/// Plays a playback on a Vert.x response, and notices a client that leaves.
@NullMarked
package dev.monkeycoder.simulator.play.rest;

import org.jspecify.annotations.NullMarked;
