@NullMarked
package dev.monkeycoder.mesh.process;

import org.jspecify.annotations.NullMarked;
