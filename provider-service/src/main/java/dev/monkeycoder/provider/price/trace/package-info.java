/// Prices of the models in use, and the report of those without one.
@NullMarked
package dev.monkeycoder.provider.price.trace;

import org.jspecify.annotations.NullMarked;
