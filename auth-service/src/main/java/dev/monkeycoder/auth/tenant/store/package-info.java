/// Tenants in PostgreSQL.
@NullMarked
package dev.monkeycoder.auth.tenant.store;

import org.jspecify.annotations.NullMarked;
