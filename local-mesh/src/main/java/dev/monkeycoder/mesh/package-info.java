/// The whole mesh on one machine, as plain processes and without a container engine.
@NullMarked
package dev.monkeycoder.mesh;

import org.jspecify.annotations.NullMarked;
