@NullMarked
package dev.monkeycoder.kit.work;

import org.jspecify.annotations.NullMarked;
