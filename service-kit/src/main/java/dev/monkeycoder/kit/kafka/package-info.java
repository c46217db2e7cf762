/// Kafka at a service's edge: consuming in order of key, publishing, dead letters.
@NullMarked
package dev.monkeycoder.kit.kafka;

import org.jspecify.annotations.NullMarked;
