@NullMarked
package dev.monkeycoder.context.tool;

import org.jspecify.annotations.NullMarked;
