/// The stored events of a run.
@NullMarked
package dev.monkeycoder.gateway.stream.client;

import org.jspecify.annotations.NullMarked;
