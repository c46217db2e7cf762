/// The parts behind the gateway.
@NullMarked
package dev.monkeycoder.gateway.upstream;

import org.jspecify.annotations.NullMarked;
