/// Tests of service-kit on a real PostgreSQL and Kafka; they stand here because the kit can't
/// depend on what starts those.
@NullMarked
package dev.monkeycoder.testkit.kit;

import org.jspecify.annotations.NullMarked;
