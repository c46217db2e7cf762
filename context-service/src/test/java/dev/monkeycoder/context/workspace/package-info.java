@NullMarked
package dev.monkeycoder.context.workspace;

import org.jspecify.annotations.NullMarked;
