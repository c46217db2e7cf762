/// Tenants: who owns keys, runs and the bill.
@NullMarked
package dev.monkeycoder.auth.tenant;

import org.jspecify.annotations.NullMarked;
