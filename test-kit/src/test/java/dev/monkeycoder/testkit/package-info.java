@NullMarked
package dev.monkeycoder.testkit;

import org.jspecify.annotations.NullMarked;
