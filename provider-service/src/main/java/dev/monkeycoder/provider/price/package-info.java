/// What tokens cost.
@NullMarked
package dev.monkeycoder.provider.price;

import org.jspecify.annotations.NullMarked;
