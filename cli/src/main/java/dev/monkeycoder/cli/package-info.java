/// The command line: a client of the gateway, and the switch of the local mesh.
@NullMarked
package dev.monkeycoder.cli;

import org.jspecify.annotations.NullMarked;
