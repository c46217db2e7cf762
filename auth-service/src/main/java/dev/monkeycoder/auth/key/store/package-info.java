/// API keys in PostgreSQL.
@NullMarked
package dev.monkeycoder.auth.key.store;

import org.jspecify.annotations.NullMarked;
