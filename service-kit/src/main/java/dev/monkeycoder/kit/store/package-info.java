/// Transactions on PostgreSQL with the outbox and the inbox in them.
@NullMarked
package dev.monkeycoder.kit.store;

import org.jspecify.annotations.NullMarked;
