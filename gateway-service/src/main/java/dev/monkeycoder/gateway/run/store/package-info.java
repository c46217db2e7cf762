/// Which runs a tenant asked for, by id and by idempotency key.
@NullMarked
package dev.monkeycoder.gateway.run.store;

import org.jspecify.annotations.NullMarked;
