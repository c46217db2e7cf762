/// The attempts of each call and their bookings.
@NullMarked
package dev.monkeycoder.provider.call.store;

import org.jspecify.annotations.NullMarked;
