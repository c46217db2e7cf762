@NullMarked
package dev.monkeycoder.mesh;

import org.jspecify.annotations.NullMarked;
