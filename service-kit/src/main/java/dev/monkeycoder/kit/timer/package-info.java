/// Durable timers: set and cleared in a transaction, fired by any replica.
@NullMarked
package dev.monkeycoder.kit.timer;

import org.jspecify.annotations.NullMarked;
