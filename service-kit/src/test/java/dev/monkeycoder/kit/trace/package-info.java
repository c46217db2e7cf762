@NullMarked
package dev.monkeycoder.kit.trace;

import org.jspecify.annotations.NullMarked;
