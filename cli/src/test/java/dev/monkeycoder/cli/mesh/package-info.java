@NullMarked
package dev.monkeycoder.cli.mesh;

import org.jspecify.annotations.NullMarked;
