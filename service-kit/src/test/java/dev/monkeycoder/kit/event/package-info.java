@NullMarked
package dev.monkeycoder.kit.event;

import org.jspecify.annotations.NullMarked;
