/// The client topic, read whole by every replica.
@NullMarked
package dev.monkeycoder.gateway.stream.kafka;

import org.jspecify.annotations.NullMarked;
