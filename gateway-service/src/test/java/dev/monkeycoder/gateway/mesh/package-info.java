@NullMarked
package dev.monkeycoder.gateway.mesh;

import org.jspecify.annotations.NullMarked;
