/// Accepted commands, worked off under renewable leases.
@NullMarked
package dev.monkeycoder.kit.work;

import org.jspecify.annotations.NullMarked;
