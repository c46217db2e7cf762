/// A breaker for each vendor.
@NullMarked
package dev.monkeycoder.provider.resilience.client;

import org.jspecify.annotations.NullMarked;
