@NullMarked
package dev.monkeycoder.events;

import org.jspecify.annotations.NullMarked;
