/// Commands in, results out.
@NullMarked
package dev.monkeycoder.context.call.kafka;

import org.jspecify.annotations.NullMarked;
