@NullMarked
package dev.monkeycoder.kit.health;

import org.jspecify.annotations.NullMarked;
