/// Reads the price table from its file.
@NullMarked
package dev.monkeycoder.provider.price.store;

import org.jspecify.annotations.NullMarked;
