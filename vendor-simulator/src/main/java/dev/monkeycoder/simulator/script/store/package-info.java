/// Scripts in YAML files, from the class path and from a folder.
@NullMarked
package dev.monkeycoder.simulator.script.store;

import org.jspecify.annotations.NullMarked;
