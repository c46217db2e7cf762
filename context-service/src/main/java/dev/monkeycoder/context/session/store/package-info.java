/// Turns in PostgreSQL.
@NullMarked
package dev.monkeycoder.context.session.store;

import org.jspecify.annotations.NullMarked;
