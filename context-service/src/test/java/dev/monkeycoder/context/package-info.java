/// context-service with real PostgreSQL and Kafka.
@NullMarked
package dev.monkeycoder.context;

import org.jspecify.annotations.NullMarked;
