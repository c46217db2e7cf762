/// The spans that the services export, kept on this machine: what `monkey trace RUN` shows.
@NullMarked
package dev.monkeycoder.mesh.traces;

import org.jspecify.annotations.NullMarked;
