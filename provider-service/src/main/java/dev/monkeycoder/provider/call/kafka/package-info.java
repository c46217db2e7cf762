/// Commands and cancels in, deltas out.
@NullMarked
package dev.monkeycoder.provider.call.kafka;

import org.jspecify.annotations.NullMarked;
