/// Which failures are worth another attempt, and when.
@NullMarked
package dev.monkeycoder.provider.resilience;

import org.jspecify.annotations.NullMarked;
