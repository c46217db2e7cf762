/// The local mesh as the command line sees it. Pure.
@NullMarked
package dev.monkeycoder.cli.mesh;

import org.jspecify.annotations.NullMarked;
