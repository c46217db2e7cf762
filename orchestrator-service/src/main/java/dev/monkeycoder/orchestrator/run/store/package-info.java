/// The event store in PostgreSQL.
@NullMarked
package dev.monkeycoder.orchestrator.run.store;

import org.jspecify.annotations.NullMarked;
