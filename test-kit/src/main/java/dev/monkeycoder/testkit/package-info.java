/// What tests stand on: real PostgreSQL and Kafka, tokens, events in and out, the architecture's
/// rules.
@NullMarked
package dev.monkeycoder.testkit;

import org.jspecify.annotations.NullMarked;
