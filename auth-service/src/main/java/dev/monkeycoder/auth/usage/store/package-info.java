/// The ledger in PostgreSQL.
@NullMarked
package dev.monkeycoder.auth.usage.store;

import org.jspecify.annotations.NullMarked;
