@NullMarked
package dev.monkeycoder.cli.project.store;

import org.jspecify.annotations.NullMarked;
