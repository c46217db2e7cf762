@NullMarked
package dev.monkeycoder.kit.store;

import org.jspecify.annotations.NullMarked;
