@NullMarked
package dev.monkeycoder.mesh.traces;

import org.jspecify.annotations.NullMarked;
