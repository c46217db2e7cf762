/// The only public door of the mesh.
@NullMarked
package dev.monkeycoder.gateway;

import org.jspecify.annotations.NullMarked;
