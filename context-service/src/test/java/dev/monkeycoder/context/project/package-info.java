@NullMarked
package dev.monkeycoder.context.project;

import org.jspecify.annotations.NullMarked;
