/// Revocations, as they are made known.
@NullMarked
package dev.monkeycoder.gateway.identity.kafka;

import org.jspecify.annotations.NullMarked;
