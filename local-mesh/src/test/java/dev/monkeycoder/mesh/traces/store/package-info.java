@NullMarked
package dev.monkeycoder.mesh.traces.store;

import org.jspecify.annotations.NullMarked;
