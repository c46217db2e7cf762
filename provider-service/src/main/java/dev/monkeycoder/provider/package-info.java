/// Calls models: accepts commands, works them off under leases, streams, books every attempt.
@NullMarked
package dev.monkeycoder.provider;

import org.jspecify.annotations.NullMarked;
