/// What reaches the engine over Kafka.
@NullMarked
package dev.monkeycoder.orchestrator.engine.kafka;

import org.jspecify.annotations.NullMarked;
