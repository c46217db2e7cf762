/// Starts, follows and stops the mesh's supervisor.
@NullMarked
package dev.monkeycoder.cli.mesh.process;

import org.jspecify.annotations.NullMarked;
