/// The ledger: every attempt of a model call, booked once.
@NullMarked
package dev.monkeycoder.auth.usage;

import org.jspecify.annotations.NullMarked;
